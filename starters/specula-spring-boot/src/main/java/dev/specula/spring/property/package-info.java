/**
 * Properties under {@code specula} as records, and the check that every property there is one of them. Wrong values are
 * refused where they are read, with the property, what it takes and what it was.
 */
@NullMarked
package dev.specula.spring.property;

import org.jspecify.annotations.NullMarked;

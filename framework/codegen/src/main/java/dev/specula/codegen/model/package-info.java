/**
 * What the annotated source says, as values: reading makes them, validation and writing take them. Nothing here looks
 * anything up.
 */
@NullMarked
package dev.specula.codegen.model;

import org.jspecify.annotations.NullMarked;

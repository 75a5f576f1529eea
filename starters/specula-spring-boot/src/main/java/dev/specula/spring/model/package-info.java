/** Where the models of an application are, by properties and annotations, and the loader that reads them. */
@NullMarked
package dev.specula.spring.model;

import org.jspecify.annotations.NullMarked;

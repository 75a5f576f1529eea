/**
 * Text to pictures in a Spring Boot application: the starter's own pipeline, and what it and the application's own pipelines
 * get around them.
 */
@NullMarked
package dev.specula.spring.drawing;

import org.jspecify.annotations.NullMarked;

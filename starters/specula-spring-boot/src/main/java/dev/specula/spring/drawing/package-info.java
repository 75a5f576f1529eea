/** Text to pictures in a Spring Boot application: what its pipelines get around them. A pipeline is the application's own. */
@NullMarked
package dev.specula.spring.drawing;

import org.jspecify.annotations.NullMarked;

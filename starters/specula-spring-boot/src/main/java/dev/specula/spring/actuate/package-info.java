/** What operators see: health, the {@code specula} endpoint and meters, each where its library is on the class path. */
@NullMarked
package dev.specula.spring.actuate;

import org.jspecify.annotations.NullMarked;

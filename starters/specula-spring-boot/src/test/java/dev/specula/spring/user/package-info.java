/** An application of a user, with annotated models and nothing else. */
@NullMarked
package dev.specula.spring.user;

import org.jspecify.annotations.NullMarked;

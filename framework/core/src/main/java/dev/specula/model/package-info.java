/**
 * Models as the kernel and its users see them: what they are, what they read, and how an answer is opened. Engines implement
 * these interfaces; nothing here knows one.
 */
@NullMarked
package dev.specula.model;

import org.jspecify.annotations.NullMarked;

/**
 * Annotations a user puts on model beans, and the few words they are made of. Nothing here has an implementation:
 * a choice annotation stands beside the class it names.
 */
@NullMarked
package dev.specula;

import org.jspecify.annotations.NullMarked;

/** A modality in miniature: a contract and its base class, as the generator finds them on a user's class path. */
@NullMarked
package dev.specula.codegen.standin;

import org.jspecify.annotations.NullMarked;

/**
 * The token loop: drafts, the passes that verify them, and the rules that keep part of them. A round fits one screen; every
 * type here is one word of it.
 */
@NullMarked
package dev.specula.token;

import org.jspecify.annotations.NullMarked;

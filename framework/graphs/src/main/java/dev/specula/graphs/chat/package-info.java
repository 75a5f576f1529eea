/**
 * Chat templates of published checkpoints: Jinja text, rendered as the reference library renders it.
 * Knows no model; a checkpoint's configuration gives the text and the special tokens.
 */
@NullMarked
package dev.specula.graphs.chat;

import org.jspecify.annotations.NullMarked;

/**
 * Published models by the protocol of the Hugging Face hub: fetched, checked and kept in the hub's own cache, which other
 * programs share. Whatever a server says is checked before it becomes the name of a file.
 */
@NullMarked
package dev.specula.hub;

import org.jspecify.annotations.NullMarked;

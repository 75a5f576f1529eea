/**
 * Text to pictures: the contract that users call, what stands between a caption and the rounds of its picture, and the methods
 * that know that tokens stand for pieces of a picture.
 */
@NullMarked
package dev.specula.texttoimage;

import org.jspecify.annotations.NullMarked;

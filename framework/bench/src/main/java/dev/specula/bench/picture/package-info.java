/** Questions about pictures: of the blocks world, where a program knows the right answers, or of a folder of one's own. */
@NullMarked
package dev.specula.bench.picture;

import org.jspecify.annotations.NullMarked;

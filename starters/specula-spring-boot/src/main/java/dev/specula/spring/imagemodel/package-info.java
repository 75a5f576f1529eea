/** Spring AI's image model over a pipeline that draws pictures of captions. */
@NullMarked
package dev.specula.spring.imagemodel;

import org.jspecify.annotations.NullMarked;

/** Spring AI's chat model over a pipeline that turns pictures to text. Active where Spring AI is on the class path. */
@NullMarked
package dev.specula.spring.chat;

import org.jspecify.annotations.NullMarked;

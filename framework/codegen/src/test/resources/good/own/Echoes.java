package captions;

import dev.specula.Axis;
import dev.specula.Choice;

/** Says the last token again. */
@Choice(axis = Axis.SOURCE, implementation = EchoSource.class)
@interface Echoes {
    int tokens() default 4;

    String word() default "";

    Mood mood() default Mood.SAD;

    Class<?>[] kinds() default {String.class};
}

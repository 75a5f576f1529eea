package dev.specula.token;

import dev.specula.Axis;
import dev.specula.Choice;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Drafts from the laws of the target's last pass, guesses changing as seldom as their laws allow: for ratio rules. */
@Documented
@Choice(axis = Axis.SOURCE, implementation = CoupledWindow.class)
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
public @interface DraftsByCoupledWindow {
    /** How a guess follows its law. */
    GuessCoupling coupling() default GuessCoupling.MAXIMAL;

    /** What is proposed for a position that no pass has spoken of. */
    WindowStart start() default WindowStart.TOKEN_BEFORE;
}

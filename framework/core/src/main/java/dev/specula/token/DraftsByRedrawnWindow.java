package dev.specula.token;

import dev.specula.Axis;
import dev.specula.Choice;
import dev.specula.Need;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Drafts from the laws of the target's last pass, all guesses drawn anew in each round: for ratio rules. */
@Documented
@Choice(axis = Axis.SOURCE, implementation = RedrawnWindow.class, offers = Need.FRESH_DRAFT)
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
public @interface DraftsByRedrawnWindow {
    /** What is proposed for a position that no pass has spoken of. */
    WindowStart start() default WindowStart.TOKEN_BEFORE;
}

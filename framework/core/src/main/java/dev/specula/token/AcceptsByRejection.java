package dev.specula.token;

import dev.specula.Axis;
import dev.specula.Choice;
import dev.specula.Guarantee;
import dev.specula.Need;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Keeps a drawn token with probability {@code min(1, targetProb / draftProb)}: the law of the target, other tokens. */
@Documented
@Choice(
        axis = Axis.ACCEPTANCE,
        implementation = Rejection.class,
        guarantee = Guarantee.SAME_LAW,
        needs = {Need.SAMPLED_DRAFT, Need.CHAIN})
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
public @interface AcceptsByRejection {}

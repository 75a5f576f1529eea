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

/** Judges drawn tokens together, which keeps more of them than one by one: the law of the target, other tokens. */
@Documented
@Choice(
        axis = Axis.ACCEPTANCE,
        implementation = BlockRejection.class,
        guarantee = Guarantee.SAME_LAW,
        needs = {Need.SAMPLED_DRAFT, Need.CHAIN, Need.FRESH_DRAFT})
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
public @interface AcceptsByBlock {}

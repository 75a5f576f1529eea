package dev.specula.texttoimage;

import dev.specula.Axis;
import dev.specula.Choice;
import dev.specula.Guarantee;
import dev.specula.Modality;
import dev.specula.Need;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Keeps tokens that often occur together by the product of their ratios: an approximation. See {@link PhraseRejection}. */
@Documented
@Choice(
        axis = Axis.ACCEPTANCE,
        implementation = PhraseRejection.class,
        guarantee = Guarantee.RELAXED,
        needs = {Need.SAMPLED_DRAFT, Need.CHAIN, Need.TARGET_MODEL},
        emits = Modality.IMAGE)
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
public @interface AcceptsByPhrase {}

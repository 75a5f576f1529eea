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

/**
 * Judges tokens that often occur together as one block: the law of the target, other tokens. See {@link PhraseBlockRejection}.
 */
@Documented
@Choice(
        axis = Axis.ACCEPTANCE,
        implementation = PhraseBlockRejection.class,
        guarantee = Guarantee.SAME_LAW,
        needs = {Need.SAMPLED_DRAFT, Need.CHAIN, Need.FRESH_DRAFT, Need.TARGET_MODEL},
        emits = Modality.IMAGE)
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
public @interface AcceptsByPhraseBlock {}

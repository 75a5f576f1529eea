package dev.specula.texttoimage;

import dev.specula.token.Chain;
import dev.specula.token.DraftsByRedrawnWindow;
import dev.specula.token.FixedBudget;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * SJD-PV (arXiv:2603.06666) made exact: phrases are judged as blocks whose length follows from what is kept. The law of the
 * target, other tokens. Needs a library of phrases stored with the model.
 */
@Documented
@DraftsByRedrawnWindow
@Chain(tokens = 15)
@AcceptsByPhraseBlock
@FixedBudget
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
public @interface SjdPvBlocks {}

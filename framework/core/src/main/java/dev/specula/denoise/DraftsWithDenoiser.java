package dev.specula.denoise;

import dev.specula.Axis;
import dev.specula.Choice;
import dev.specula.Guarantee;
import dev.specula.Need;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Drafts with the denoiser annotated {@link dev.specula.DraftModel}: a call of it for each drafted state. */
@Documented
@Choice(
        axis = Axis.SOURCE,
        implementation = SmallerDenoiser.class,
        guarantee = Guarantee.SAME_LAW,
        needs = Need.DRAFT_MODEL)
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
public @interface DraftsWithDenoiser {}

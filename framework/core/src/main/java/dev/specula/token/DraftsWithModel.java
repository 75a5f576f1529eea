package dev.specula.token;

import dev.specula.Axis;
import dev.specula.Choice;
import dev.specula.Need;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Drafts with the bean annotated {@link dev.specula.DraftModel}, the default where there is one. */
@Documented
@Choice(axis = Axis.SOURCE, implementation = ModelSource.class, needs = Need.DRAFT_MODEL)
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
public @interface DraftsWithModel {}

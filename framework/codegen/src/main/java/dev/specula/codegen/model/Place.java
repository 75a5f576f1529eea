package dev.specula.codegen.model;

import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/**
 * Where a problem is shown: an element, an annotation on it, or one value of that annotation. Nobody but the compiler looks
 * inside.
 */
public record Place(
        Element element,
        @Nullable AnnotationMirror annotation,
        @Nullable AnnotationValue value) {
    /** The place of a whole element. */
    public static Place of(Element element) {
        return new Place(element, null, null);
    }

    /** The place of {@code annotation} on the same element. */
    public Place at(AnnotationMirror annotation) {
        return new Place(element, annotation, null);
    }

    /** The place of {@code value} in the same annotation. */
    public Place at(AnnotationValue value) {
        return new Place(element, annotation, value);
    }
}

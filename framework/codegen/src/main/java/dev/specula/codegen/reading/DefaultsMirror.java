package dev.specula.codegen.reading;

import java.util.Map;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;

/** An annotation that nobody wrote. */
record DefaultsMirror(TypeElement type) implements AnnotationMirror {
    @Override
    public DeclaredType getAnnotationType() {
        return (DeclaredType) type.asType();
    }

    @Override
    public Map<? extends ExecutableElement, ? extends AnnotationValue> getElementValues() {
        return Map.of();
    }
}

package dev.specula.codegen.reading;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** An annotation on an element, with its values and the defaults of those that are not written. */
record Mirror(AnnotationMirror annotation) {
    /** All annotations on {@code element}. */
    static Stream<Mirror> all(Element element) {
        return element.getAnnotationMirrors().stream().map(Mirror::new);
    }

    /** The annotation called {@code qualifiedName} on {@code element}. */
    static Optional<Mirror> of(Element element, String qualifiedName) {
        return all(element)
                .filter(mirror -> mirror.type().getQualifiedName().contentEquals(qualifiedName))
                .findFirst();
    }

    TypeElement type() {
        return (TypeElement) annotation.getAnnotationType().asElement();
    }

    /** The attributes, in declaration order. */
    List<ExecutableElement> attributes() {
        return ElementFilter.methodsIn(type().getEnclosedElements());
    }

    /** The value of {@code attribute} where it is written. */
    Optional<AnnotationValue> written(ExecutableElement attribute) {
        return Optional.ofNullable(annotation.getElementValues().get(attribute));
    }

    /** The value of {@code attribute}, or its default; empty in a broken annotation. */
    Optional<AnnotationValue> value(ExecutableElement attribute) {
        return written(attribute).or(() -> Optional.ofNullable(attribute.getDefaultValue()));
    }

    /** The value of the attribute called {@code name}, or its default. */
    Optional<AnnotationValue> value(String name) {
        return attributes().stream()
                .filter(attribute -> attribute.getSimpleName().contentEquals(name))
                .findFirst()
                .flatMap(this::value);
    }

    String string(String name) {
        return value(name).map(value -> value.getValue().toString()).orElse("");
    }

    double number(String name) {
        return value(name)
                .map(value -> value.getValue() instanceof Number number ? number.doubleValue() : Double.NaN)
                .orElse(Double.NaN);
    }

    Optional<TypeMirror> typeValue(String name) {
        return value(name).flatMap(Mirror::type);
    }

    /** The elements of an array; one where it is written without braces. */
    List<AnnotationValue> list(String name) {
        return value(name).map(Mirror::elements).orElse(List.of());
    }

    <E extends Enum<E>> Optional<E> constant(String name, Class<E> type) {
        return value(name).flatMap(value -> constant(value, type));
    }

    /** The constants of an array, unreadable ones left out. */
    <E extends Enum<E>> List<E> constants(String name, Class<E> type) {
        return list(name).stream()
                .flatMap(value -> constant(value, type).stream())
                .toList();
    }

    static Optional<TypeMirror> type(AnnotationValue value) {
        return value.getValue() instanceof TypeMirror type ? Optional.of(type) : Optional.empty();
    }

    static List<AnnotationValue> elements(AnnotationValue value) {
        if (!(value.getValue() instanceof List<?> list)) {
            return List.of(value);
        }
        return list.stream().map(AnnotationValue.class::cast).toList();
    }

    private static <E extends Enum<E>> Optional<E> constant(AnnotationValue value, Class<E> type) {
        return value.getValue() instanceof VariableElement constant
                ? Stream.of(type.getEnumConstants())
                        .filter(candidate -> constant.getSimpleName().contentEquals(candidate.name()))
                        .findFirst()
                : Optional.empty();
    }
}

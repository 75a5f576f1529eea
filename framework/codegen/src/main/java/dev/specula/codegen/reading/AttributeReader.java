package dev.specula.codegen.reading;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.WildcardTypeName;
import dev.specula.Longest;
import dev.specula.Range;
import dev.specula.codegen.model.Attribute;
import dev.specula.codegen.model.Place;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeMirror;

/** Reads the attributes of a choice as the source of constructor arguments. */
final class AttributeReader {
    /**
     * The attributes of {@code choice} in declaration order.
     *
     * @param place where problems of the choice are shown
     * @param isWritten whether {@code choice} itself stands at that place, so that its values can be pointed at
     */
    static List<Attribute> read(Mirror choice, Place place, boolean isWritten) {
        return choice.attributes().stream()
                .flatMap(attribute -> choice
                        .value(attribute)
                        .map(value -> attribute(attribute, value, placeOf(choice, attribute, place, isWritten)))
                        .stream())
                .toList();
    }

    private static Place placeOf(Mirror choice, ExecutableElement attribute, Place place, boolean isWritten) {
        Optional<AnnotationValue> written = isWritten ? choice.written(attribute) : Optional.empty();
        return written.map(place::at).orElse(place);
    }

    private static Attribute attribute(ExecutableElement attribute, AnnotationValue value, Place place) {
        TypeMirror type = attribute.getReturnType();
        return new Attribute(
                attribute.getSimpleName().toString(),
                type instanceof ArrayType array ? array(array, value) : source(value),
                elements(value),
                text(value),
                Mirror.elements(value).stream()
                        .filter(element -> element.getValue() instanceof Number)
                        .map(element -> ((Number) element.getValue()).doubleValue())
                        .toList(),
                Mirror.of(attribute, Range.class.getCanonicalName())
                        .map(range -> new Attribute.Bounds(
                                range.number("min"),
                                range.number("max"),
                                range.number("sum"),
                                Boolean.parseBoolean(range.string("falling"))))
                        .orElse(null),
                Mirror.of(attribute, Longest.class.getCanonicalName()).isPresent(),
                place);
    }

    private static CodeBlock array(ArrayType type, AnnotationValue value) {
        TypeName element = TypeName.get(type.getComponentType());
        // Of the parameterised types, Java makes arrays of unbounded wildcards alone.
        TypeName created = element instanceof ParameterizedTypeName parameterized
                ? ParameterizedTypeName.get(parameterized.rawType(), WildcardTypeName.subtypeOf(Object.class))
                : element;
        return CodeBlock.of("new $T[] {$L}", created, elements(value));
    }

    private static CodeBlock elements(AnnotationValue value) {
        return Mirror.elements(value).stream().map(AttributeReader::source).collect(CodeBlock.joining(", "));
    }

    /** As Java writes it; types and constants by name, so that they are imported. */
    private static CodeBlock source(AnnotationValue value) {
        if (value.getValue() instanceof TypeMirror type) {
            return CodeBlock.of("$T.class", type);
        }
        if (isInfinite(value)) {
            String name = value.getValue().toString().startsWith("-") ? "NEGATIVE_INFINITY" : "POSITIVE_INFINITY";
            return CodeBlock.of("$T.$L", value.getValue().getClass(), name);
        }
        return value.getValue() instanceof VariableElement constant
                ? CodeBlock.of("$T.$L", constant.asType(), constant.getSimpleName())
                : CodeBlock.of("$L", value);
    }

    private static String text(AnnotationValue value) {
        if (value.getValue() instanceof List<?>) {
            return Mirror.elements(value).stream()
                    .map(AttributeReader::text)
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (value.getValue() instanceof VariableElement constant) {
            return constant.getSimpleName().toString();
        }
        if (isInfinite(value)) {
            return value.getValue().toString().startsWith("-") ? "-infinity" : "infinity";
        }
        return value.getValue() instanceof TypeMirror type
                ? type.toString().replaceAll(".*\\.", "") + ".class"
                : value.toString();
    }

    private static boolean isInfinite(AnnotationValue value) {
        return value.getValue() instanceof Number number && Double.isInfinite(number.doubleValue());
    }
}

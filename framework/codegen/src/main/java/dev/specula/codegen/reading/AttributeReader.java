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
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.SimpleAnnotationValueVisitor14;

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
                        .map(range ->
                                new Attribute.Bounds(range.number("min"), range.number("max"), range.number("sum")))
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

    private static CodeBlock source(AnnotationValue value) {
        return value.accept(new Source(), null);
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
        return value.getValue() instanceof TypeMirror type
                ? type.toString().replaceAll(".*\\.", "") + ".class"
                : value.toString();
    }

    private static final class Source extends SimpleAnnotationValueVisitor14<CodeBlock, Void> {
        @Override
        protected CodeBlock defaultAction(Object constant, Void nothing) {
            return CodeBlock.of("$L", constant);
        }

        @Override
        public CodeBlock visitString(String string, Void nothing) {
            return CodeBlock.of("$S", string);
        }

        @Override
        public CodeBlock visitChar(char character, Void nothing) {
            return CodeBlock.of("(char) $L", (int) character);
        }

        @Override
        public CodeBlock visitLong(long number, Void nothing) {
            return CodeBlock.of("$LL", number);
        }

        @Override
        public CodeBlock visitFloat(float number, Void nothing) {
            return CodeBlock.of("$Lf", number);
        }

        @Override
        public CodeBlock visitByte(byte number, Void nothing) {
            return CodeBlock.of("(byte) $L", number);
        }

        @Override
        public CodeBlock visitShort(short number, Void nothing) {
            return CodeBlock.of("(short) $L", number);
        }

        @Override
        public CodeBlock visitType(TypeMirror type, Void nothing) {
            return CodeBlock.of("$T.class", type);
        }

        @Override
        public CodeBlock visitEnumConstant(VariableElement constant, Void nothing) {
            return CodeBlock.of("$T.$L", constant.asType(), constant.getSimpleName());
        }

        @Override
        public CodeBlock visitAnnotation(AnnotationMirror annotation, Void nothing) {
            // No constructor takes an annotation, so the choice is refused before this is written.
            return CodeBlock.of("null");
        }
    }
}

package dev.specula.codegen.reading;

import dev.specula.codegen.model.BeanMethod;
import dev.specula.codegen.model.Loop;
import dev.specula.codegen.model.Place;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** Reads a method that makes a model. */
final class BeanMethodReader {
    private static final String BEAN = "org.springframework.context.annotation.Bean";

    private final Types types;
    private final @Nullable TypeElement model;
    private final @Nullable TypeElement denoiser;

    BeanMethodReader(Types types, @Nullable TypeElement model, @Nullable TypeElement denoiser) {
        this.types = types;
        this.model = model;
        this.denoiser = denoiser;
    }

    BeanMethod read(ExecutableElement method, Mirror annotation) {
        String name = method.getSimpleName().toString();
        Optional<Mirror> bean = Mirror.of(method, BEAN);
        return new BeanMethod(
                name,
                bean.flatMap(BeanMethodReader::beanName).orElse(name),
                bean.isPresent(),
                isModel(method.getReturnType()),
                isA(method.getReturnType(), denoiser) ? Loop.STATES : Loop.TOKENS,
                method.getReturnType().toString().replaceAll("[\\w.]+\\.", ""),
                obstacle(method),
                ConditionReader.read(method),
                annotation.string("location"),
                Place.of(method).at(annotation.annotation()));
    }

    private boolean isModel(TypeMirror type) {
        // An unknown type is the compiler's to report.
        return type.getKind() == TypeKind.ERROR || model == null || isA(type, model) || isA(type, denoiser);
    }

    private boolean isA(TypeMirror type, @Nullable TypeElement wanted) {
        boolean isOfObjects = type.getKind() == TypeKind.DECLARED || type.getKind() == TypeKind.TYPEVAR;
        return isOfObjects && wanted != null && types.isAssignable(type, wanted.asType());
    }

    private static Optional<String> beanName(Mirror bean) {
        return Stream.of("name", "value")
                .flatMap(attribute -> bean.list(attribute).stream())
                .map(value -> value.getValue().toString())
                .findFirst();
    }

    private static String obstacle(ExecutableElement method) {
        Set<Modifier> modifiers = method.getModifiers();
        if (modifiers.contains(Modifier.PRIVATE)) {
            return "private";
        }
        if (modifiers.contains(Modifier.STATIC)) {
            return "static";
        }
        return method.getTypeParameters().isEmpty() ? "" : "generic";
    }
}

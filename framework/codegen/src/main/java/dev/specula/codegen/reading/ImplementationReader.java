package dev.specula.codegen.reading;

import com.palantir.javapoet.ClassName;
import dev.specula.Axis;
import dev.specula.Need;
import dev.specula.codegen.model.Implementation;
import dev.specula.codegen.model.Loop;
import dev.specula.denoise.Coupling;
import dev.specula.denoise.Denoiser;
import dev.specula.denoise.Drift;
import dev.specula.denoise.FeatureForecast;
import dev.specula.denoise.Window;
import dev.specula.model.CausalModel;
import dev.specula.token.AcceptanceRule;
import dev.specula.token.Growth;
import dev.specula.token.SampledDraft;
import dev.specula.token.Schedule;
import dev.specula.token.Sequence;
import dev.specula.token.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Reads the class behind a choice: what it implements, and whether its constructor takes the attributes. */
final class ImplementationReader {
    private static final Map<Axis, Class<?>> OF_TOKENS = Map.of(
            Axis.SOURCE, Source.class,
            Axis.SHAPE, Growth.class,
            Axis.ACCEPTANCE, AcceptanceRule.class);

    private static final Map<Axis, List<Class<?>>> OF_STATES = Map.of(
            Axis.SOURCE, List.of(Drift.class, FeatureForecast.class),
            Axis.SHAPE, List.of(Window.class),
            Axis.ACCEPTANCE, List.of(Coupling.class));

    private final Elements elements;
    private final Types types;

    ImplementationReader(Elements elements, Types types) {
        this.elements = elements;
        this.types = types;
    }

    /** The implementation {@code type} of a choice on {@code axis} with the attributes of {@code choice}. */
    Implementation read(TypeMirror type, Axis axis, Set<Need> needs, Mirror choice) {
        if (type.getKind() != TypeKind.DECLARED) {
            // The compiler says what is wrong with it.
            return new Implementation(
                    ClassName.get("", type.toString()), true, true, false, false, Optional.empty(), "");
        }
        TypeElement element = (TypeElement) types.asElement(type);
        Optional<DeclaredType> implemented = find(type, OF_TOKENS.getOrDefault(axis, Schedule.class));
        boolean isOfStates = OF_STATES.getOrDefault(axis, List.of()).stream()
                .anyMatch(wanted -> find(type, wanted).isPresent());
        List<TypeMirror> wanted = wanted(axis, needs, choice, isOfStates);
        Optional<ExecutableElement> constructor = constructor(element, wanted);
        return new Implementation(
                ClassName.get(element),
                implemented.isPresent() || isOfStates,
                constructor.isPresent(),
                constructor.map(ExecutableElement::isVarArgs).orElse(false),
                implemented.map(this::takesSampledDraft).orElse(false),
                loop(axis, isOfStates),
                wanted.stream().map(this::simpleName).collect(Collectors.joining(", ")));
    }

    private static Optional<Loop> loop(Axis axis, boolean isOfStates) {
        if (axis == Axis.SCHEDULE) {
            return Optional.empty();
        }
        return Optional.of(isOfStates ? Loop.STATES : Loop.TOKENS);
    }

    private List<TypeMirror> wanted(Axis axis, Set<Need> needs, Mirror choice, boolean isOfStates) {
        List<TypeMirror> wanted = new ArrayList<>();
        if (axis == Axis.SCHEDULE) {
            wanted.add(types.getPrimitiveType(TypeKind.INT));
        }
        if (axis == Axis.ACCEPTANCE && needs.contains(Need.TARGET_MODEL)) {
            wanted.add(typeOf(CausalModel.class));
        }
        if (axis == Axis.SOURCE && needs.contains(Need.DRAFT_MODEL)) {
            if (isOfStates) {
                wanted.add(typeOf(Denoiser.class));
            } else {
                wanted.add(typeOf(Sequence.class));
                wanted.add(typeOf(Growth.class));
            }
        }
        choice.attributes().forEach(attribute -> wanted.add(types.erasure(attribute.getReturnType())));
        return wanted;
    }

    private Optional<ExecutableElement> constructor(TypeElement element, List<TypeMirror> wanted) {
        boolean isConcrete = element.getKind() == ElementKind.CLASS || element.getKind() == ElementKind.RECORD;
        if (!isConcrete || element.getModifiers().contains(Modifier.ABSTRACT) || !isReachable(element)) {
            return Optional.empty();
        }
        return ElementFilter.constructorsIn(element.getEnclosedElements()).stream()
                .filter(constructor -> constructor.getModifiers().contains(Modifier.PUBLIC))
                .filter(constructor -> takes(constructor.getParameters(), wanted))
                .findFirst();
    }

    private boolean takes(List<? extends VariableElement> parameters, List<TypeMirror> wanted) {
        if (parameters.size() != wanted.size()) {
            return false;
        }
        for (int i = 0; i < wanted.size(); i++) {
            if (!types.isAssignable(
                    wanted.get(i), types.erasure(parameters.get(i).asType()))) {
                return false;
            }
        }
        return true;
    }

    /** Public as far as the top, and no inner class. */
    private static boolean isReachable(TypeElement element) {
        Element type = element;
        while (type instanceof TypeElement nested) {
            boolean isInner = nested.getNestingKind() != NestingKind.TOP_LEVEL
                    && !nested.getModifiers().contains(Modifier.STATIC);
            if (isInner || !nested.getModifiers().contains(Modifier.PUBLIC)) {
                return false;
            }
            type = nested.getEnclosingElement();
        }
        return true;
    }

    private boolean takesSampledDraft(DeclaredType implemented) {
        return implemented.getTypeArguments().size() == 1
                && types.isSameType(implemented.getTypeArguments().get(0), typeOf(SampledDraft.class));
    }

    private Optional<DeclaredType> find(TypeMirror type, Class<?> wanted) {
        if (type instanceof DeclaredType declared
                && declared.asElement() instanceof TypeElement element
                && element.getQualifiedName().contentEquals(wanted.getCanonicalName())) {
            return Optional.of(declared);
        }
        return types.directSupertypes(type).stream()
                .flatMap(above -> find(above, wanted).stream())
                .findFirst();
    }

    private TypeMirror typeOf(Class<?> type) {
        TypeElement element = elements.getTypeElement(type.getCanonicalName());
        return element == null ? types.getNoType(TypeKind.NONE) : element.asType();
    }

    private String simpleName(TypeMirror type) {
        return type.toString().replaceAll("[\\w.]+\\.", "");
    }
}

package dev.specula.codegen.reading;

import com.palantir.javapoet.ClassName;
import dev.specula.Modality;
import dev.specula.codegen.model.Contract;
import dev.specula.codegen.model.Loop;
import dev.specula.denoise.DenoisingModel;
import dev.specula.model.CausalModel;
import dev.specula.plan.DenoisingPipeline;
import dev.specula.plan.Pipeline;
import dev.specula.plan.PipelineDescription;
import dev.specula.token.Schedule;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.annotation.processing.Filer;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import javax.tools.StandardLocation;

/**
 * Finds the contract of a pair of modalities. A compiler can be asked for one resource of the class path, but never for all of
 * one name, so each contract has a resource of its own, called after what it accepts and emits. It lies in a package, since
 * compilers see nothing of a jar's {@code META-INF}.
 */
final class ContractReader {
    private static final String FOLDER = "dev/specula/contract/";
    private static final String STATES = FOLDER + "denoising/"; // where those of denoising models are
    private static final String ANY = "any"; // conditions are numbers, so a contract may take whatever they stand for
    private static final String CONTRACT = dev.specula.Contract.class.getCanonicalName();

    private final Filer filer;
    private final Elements elements;
    private final Types types;

    ContractReader(Filer filer, Elements elements, Types types) {
        this.filer = filer;
        this.elements = elements;
        this.types = types;
    }

    /** The contract for models of {@code loop} that accepts and emits exactly this; empty if the class path has none. */
    Optional<Contract> find(Loop loop, Collection<Modality> accepts, Modality emits) {
        return resource(loop, accepts, emits).map(name -> read(name, loop));
    }

    /** All that the class path has a contract for: what is emitted, with the sets that are accepted for it. */
    Map<Modality, List<Set<Modality>>> known(Loop loop) {
        Map<Modality, List<Set<Modality>>> known = new EnumMap<>(Modality.class);
        for (Modality emits : Modality.values()) {
            for (Set<Modality> accepts : sets()) {
                if (resource(loop, accepts, emits).isPresent()) {
                    known.computeIfAbsent(emits, ignored -> new ArrayList<>()).add(accepts);
                }
            }
        }
        return known;
    }

    /** All sets of at least one modality. */
    private static List<Set<Modality>> sets() {
        List<Set<Modality>> sets = new ArrayList<>();
        for (Modality next : Modality.values()) {
            for (Set<Modality> smaller : List.copyOf(sets)) {
                Set<Modality> larger = EnumSet.copyOf(smaller);
                larger.add(next);
                sets.add(larger);
            }
            sets.add(EnumSet.of(next));
        }
        return sets;
    }

    private Contract read(String name, Loop loop) {
        TypeElement type = elements.getTypeElement(name);
        if (type == null) {
            ClassName unknown = ClassName.bestGuess(name);
            return unusable(unknown, "there is no such type");
        }
        ClassName contract = ClassName.get(type);
        Optional<Mirror> annotation = Mirror.of(type, CONTRACT);
        Optional<TypeElement> base = annotation.flatMap(mirror -> declared(mirror, "pipeline"));
        return base.map(pipeline -> new Contract(
                        contract,
                        ClassName.get(pipeline),
                        annotation
                                .flatMap(mirror -> declared(mirror, "source"))
                                .map(ClassName::get)
                                .filter(source -> !source.equals(ClassName.get(Annotation.class))),
                        annotation
                                .map(mirror -> mirror.string("guided"))
                                .filter("true"::equals)
                                .isPresent(),
                        flaw(type, pipeline, loop)))
                .orElseGet(() -> unusable(contract, "it is not annotated @Contract"));
    }

    private static Contract unusable(ClassName contract, String flaw) {
        return new Contract(contract, contract, Optional.empty(), false, flaw);
    }

    private Optional<TypeElement> declared(Mirror contract, String attribute) {
        return contract.typeValue(attribute)
                .filter(type -> type.getKind() == TypeKind.DECLARED)
                .map(type -> (TypeElement) types.asElement(type));
    }

    private String flaw(TypeElement contract, TypeElement pipeline, Loop loop) {
        Class<?> served = loop == Loop.STATES ? DenoisingPipeline.class : Pipeline.class;
        String model = loop == Loop.STATES ? DenoisingModel.class.getName() : CausalModel.class.getName();
        List<String> asked = new ArrayList<>(List.of(contract.getQualifiedName().toString(), served.getName()));
        for (String name : asked) {
            TypeElement wanted = elements.getTypeElement(name);
            if (wanted == null
                    || !types.isAssignable(types.erasure(pipeline.asType()), types.erasure(wanted.asType()))) {
                return "its base class " + pipeline.getSimpleName() + " does not implement " + name;
            }
        }
        List<String> planned = List.of(PipelineDescription.class.getName(), Schedule.class.getName());
        List<String> alone = append(planned, model);
        List<String> both = append(alone, model);
        for (List<String> parameters : List.of(alone, both)) {
            if (ElementFilter.constructorsIn(pipeline.getEnclosedElements()).stream()
                    .noneMatch(constructor ->
                            isVisible(constructor) && parameters(constructor).equals(parameters))) {
                return "its base class " + pipeline.getSimpleName() + " has no constructor that takes "
                        + parameters.stream()
                                .map(parameter -> parameter.substring(parameter.lastIndexOf('.') + 1))
                                .collect(Collectors.joining(", "));
            }
        }
        return "";
    }

    private static boolean isVisible(ExecutableElement constructor) {
        return constructor.getModifiers().contains(Modifier.PUBLIC)
                || constructor.getModifiers().contains(Modifier.PROTECTED);
    }

    private List<String> parameters(ExecutableElement constructor) {
        return constructor.getParameters().stream()
                .map(parameter -> types.erasure(parameter.asType()).toString())
                .toList();
    }

    private static List<String> append(List<String> names, String name) {
        List<String> longer = new ArrayList<>(names);
        longer.add(name);
        return longer;
    }

    private Optional<String> resource(Loop loop, Collection<Modality> accepts, Modality emits) {
        String accepted = accepts.stream()
                .sorted()
                .distinct()
                .map(ContractReader::lowerCase)
                .collect(Collectors.joining("-"));
        return loop == Loop.TOKENS
                ? resource(FOLDER + accepted, emits)
                : resource(STATES + accepted, emits).or(() -> resource(STATES + ANY, emits));
    }

    private Optional<String> resource(String accepted, Modality emits) {
        String name = accepted + "-to-" + lowerCase(emits);
        try {
            return Optional.of(filer.getResource(StandardLocation.CLASS_PATH, "", name)
                    .getCharContent(true)
                    .toString()
                    .strip());
        } catch (FileNotFoundException | NoSuchFileException absent) {
            return Optional.empty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Could not read " + name + " from the class path.", unreadable);
        }
    }

    private static String lowerCase(Modality modality) {
        return modality.name().toLowerCase(Locale.ROOT);
    }
}

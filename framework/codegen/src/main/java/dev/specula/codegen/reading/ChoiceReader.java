package dev.specula.codegen.reading;

import com.palantir.javapoet.ClassName;
import dev.specula.Axis;
import dev.specula.Guarantee;
import dev.specula.Modality;
import dev.specula.Need;
import dev.specula.codegen.model.Choice;
import dev.specula.codegen.model.Place;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;

/** Reads the choices on a method or inside a composed annotation. */
final class ChoiceReader {
    private static final String CHOICE = dev.specula.Choice.class.getCanonicalName();

    private final Elements elements;
    private final ImplementationReader implementations;

    ChoiceReader(Elements elements, ImplementationReader implementations) {
        this.elements = elements;
        this.implementations = implementations;
    }

    /** The choices beside a target: those on the method first, then those inside its composed annotations. */
    List<Choice> beside(Element method) {
        Place place = Place.of(method);
        List<Choice> direct = new ArrayList<>();
        List<Choice> composed = new ArrayList<>();
        Mirror.all(method).forEach(mirror -> {
            Place here = place.at(mirror.annotation());
            choice(mirror, here, true).ifPresentOrElse(direct::add, () -> composed.addAll(inside(mirror.type(), here)));
        });
        // What stands on the method beats what is inside: an axis that is answered is not asked again.
        composed.removeIf(choice -> direct.stream().anyMatch(written -> written.axis() == choice.axis()));
        direct.addAll(composed);
        return direct;
    }

    /** The choices inside a composed annotation, all shown at {@code place}. */
    List<Choice> inside(TypeElement annotation, Place place) {
        return inside(annotation, place, new HashSet<>());
    }

    private List<Choice> inside(TypeElement annotation, Place place, Set<String> seen) {
        List<Choice> choices = new ArrayList<>();
        if (seen.add(annotation.getQualifiedName().toString())) {
            Mirror.all(annotation)
                    .forEach(mirror -> choice(mirror, place, false)
                            .ifPresentOrElse(choices::add, () -> choices.addAll(inside(mirror.type(), place, seen))));
        }
        return choices;
    }

    /** The choice {@code annotation} with nothing but defaults; empty if the class path lacks it. */
    Optional<Choice> inferred(ClassName annotation, Place place) {
        TypeElement element = elements.getTypeElement(annotation.canonicalName());
        return Optional.ofNullable(element)
                .flatMap(type -> choice(new Mirror(new DefaultsMirror(type)), place, false))
                .map(choice -> new Choice(
                        choice.annotation(),
                        choice.axis(),
                        choice.guarantee(),
                        choice.needs(),
                        choice.offers(),
                        choice.emits(),
                        choice.attributes(),
                        choice.implementation(),
                        true,
                        place));
    }

    private Optional<Choice> choice(Mirror annotation, Place place, boolean isWritten) {
        return Mirror.of(annotation.type(), CHOICE).flatMap(meta -> read(annotation, meta, place, isWritten));
    }

    private Optional<Choice> read(Mirror annotation, Mirror meta, Place place, boolean isWritten) {
        Optional<Axis> axis = meta.constant("axis", Axis.class);
        Optional<TypeMirror> implementation = meta.typeValue("implementation");
        if (axis.isEmpty() || implementation.isEmpty()) {
            return Optional.empty(); // the compiler says what is missing
        }
        Set<Need> needs = Set.copyOf(meta.constants("needs", Need.class));
        return Optional.of(new Choice(
                ClassName.get(annotation.type()),
                axis.get(),
                meta.constant("guarantee", Guarantee.class).orElse(Guarantee.SAME_TOKENS),
                needs,
                Set.copyOf(meta.constants("offers", Need.class)),
                Set.copyOf(meta.constants("emits", Modality.class)),
                AttributeReader.read(annotation, place, isWritten),
                implementations.read(implementation.get(), axis.get(), needs, annotation),
                false,
                place));
    }
}

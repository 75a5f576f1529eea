package dev.specula.codegen.model;

import com.palantir.javapoet.ClassName;
import dev.specula.Axis;
import dev.specula.Guarantee;
import dev.specula.Modality;
import dev.specula.Need;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One choice of a pipeline.
 *
 * @param emits what answers it is for; empty for all
 * @param isInferred whether nobody wrote it
 */
public record Choice(
        ClassName annotation,
        Axis axis,
        Guarantee guarantee,
        Set<Need> needs,
        Set<Need> offers,
        Set<Modality> emits,
        List<Attribute> attributes,
        Implementation implementation,
        boolean isInferred,
        Place place) {
    /** Copies the collections. */
    public Choice {
        needs = Set.copyOf(needs);
        offers = Set.copyOf(offers);
        emits = Set.copyOf(emits);
        attributes = List.copyOf(attributes);
    }

    /** Whether the choice asks for {@code need}. */
    public boolean needs(Need need) {
        return needs.contains(need);
    }

    /** Whether the choice is for answers of {@code modality}. */
    public boolean isFor(Modality modality) {
        return emits.isEmpty() || emits.contains(modality);
    }

    /** The attribute that bounds a draft. */
    public Optional<Attribute> longest() {
        return attributes.stream().filter(Attribute::isLongest).findFirst();
    }

    /** The choice as a user would write it. */
    public String text() {
        return "@" + annotation.simpleName()
                + (attributes.isEmpty()
                        ? ""
                        : attributes.stream()
                                .map(attribute -> attribute.name() + " = " + attribute.text())
                                .collect(Collectors.joining(", ", "(", ")")));
    }
}

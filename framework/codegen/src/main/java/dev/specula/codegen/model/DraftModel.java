package dev.specula.codegen.model;

import dev.specula.Modality;
import java.util.List;
import java.util.Set;

/**
 * A draft model as declared.
 *
 * @param target name of the target it asks for; empty if it names none
 * @param misplaced annotations beside it that belong to its target
 */
public record DraftModel(
        BeanMethod method,
        Set<Modality> accepts,
        Place acceptsPlace,
        Modality emits,
        Place emitsPlace,
        String target,
        Place targetPlace,
        List<Misplaced> misplaced) {
    /** Copies the list. */
    public DraftModel {
        misplaced = List.copyOf(misplaced);
    }

    /** A choice or a promise, as it is written. */
    public record Misplaced(String annotation, Place place) {}
}

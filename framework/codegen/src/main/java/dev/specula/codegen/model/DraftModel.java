package dev.specula.codegen.model;

import dev.specula.Modality;
import java.util.Set;

/**
 * A draft model as declared.
 *
 * @param target name of the target it asks for; empty if it names none
 */
public record DraftModel(
        BeanMethod method,
        Set<Modality> accepts,
        Place acceptsPlace,
        Modality emits,
        Place emitsPlace,
        String target,
        Place targetPlace) {}

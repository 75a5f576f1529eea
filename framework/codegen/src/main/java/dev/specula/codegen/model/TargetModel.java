package dev.specula.codegen.model;

import dev.specula.Guarantee;
import dev.specula.Modality;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A target as declared.
 *
 * @param choices what stands beside it, choices inside composed annotations last
 * @param promise the guarantee that is required, if any
 * @param promisePlace where it is required
 * @param contract what users call, if the class path has it
 */
public record TargetModel(
        BeanMethod method,
        Set<Modality> accepts,
        Place acceptsPlace,
        Modality emits,
        Place emitsPlace,
        List<Choice> choices,
        List<Preset> presets,
        @Nullable Guarantee promise,
        Place promisePlace,
        Optional<Contract> contract) {
    /** Copies the lists. */
    public TargetModel {
        choices = List.copyOf(choices);
        presets = List.copyOf(presets);
    }

    /** Simple name of the enum of its presets. */
    public String presetClass() {
        String name = method.name();
        return Character.toUpperCase(name.charAt(0)) + name.substring(1) + "Preset";
    }
}

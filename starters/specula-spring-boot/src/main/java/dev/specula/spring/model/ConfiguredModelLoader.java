package dev.specula.spring.model;

import dev.specula.graphs.WeightFormat;
import dev.specula.model.CausalModel;
import dev.specula.model.ModelLoadException;
import dev.specula.model.ModelLoader;
import dev.specula.spring.property.PipelineProperties;
import dev.specula.spring.property.SpeculaProperties;
import dev.specula.spring.property.Weights;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Loads the application's own annotated models from where its properties, or else its annotations, say they are. */
final class ConfiguredModelLoader implements ModelLoader {
    private final Map<String, DeclaredModels.Declared> declared;
    private final SpeculaProperties properties;

    ConfiguredModelLoader(Map<String, DeclaredModels.Declared> declared, SpeculaProperties properties) {
        this.declared = declared;
        this.properties = properties;
    }

    @Override
    public CausalModel causal(String name) {
        DeclaredModels.Declared model = declared.get(name);
        if (model == null) {
            throw new ModelLoadException(
                    "A model must be declared with @TargetModel or @DraftModel under the name it is"
                            + " loaded by, but \"" + name + "\" is not; declared are "
                            + new TreeSet<>(declared.keySet())
                            + ". Generate the pipelines again if it is new.");
        }
        return place(name, model).load();
    }

    private ModelPlace place(String name, DeclaredModels.Declared model) {
        PipelineProperties pipeline = properties.pipeline(model.pipeline());
        String wanted = model.isTarget() ? pipeline.target() : pipeline.draft();
        return new ModelPlace(
                name,
                "specula.pipelines." + model.pipeline() + "." + model.role(),
                wanted == null ? model.location() : wanted,
                model.isTarget() ? targetFormat(pipeline.weights()) : WeightFormat.INT4);
    }

    /** What targets want on this kind of processor: passes over several rows that cost little more than over one. */
    static WeightFormat targetFormat(@Nullable Weights wanted) {
        return wanted == null ? WeightFormat.RI8 : WeightFormat.of(wanted.name());
    }
}

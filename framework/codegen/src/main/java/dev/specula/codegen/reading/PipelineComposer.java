package dev.specula.codegen.reading;

import com.palantir.javapoet.ClassName;
import dev.specula.Axis;
import dev.specula.Need;
import dev.specula.codegen.model.Choice;
import dev.specula.codegen.model.Contract;
import dev.specula.codegen.model.DraftModel;
import dev.specula.codegen.model.Loop;
import dev.specula.codegen.model.ModelClass;
import dev.specula.codegen.model.Pipeline;
import dev.specula.codegen.model.Place;
import dev.specula.codegen.model.Preset;
import dev.specula.codegen.model.TargetModel;
import dev.specula.denoise.AcceptsByReflection;
import dev.specula.denoise.DenoisingWindow;
import dev.specula.denoise.DraftsByFrozenEstimate;
import dev.specula.denoise.DraftsWithDenoiser;
import dev.specula.token.AcceptsMatching;
import dev.specula.token.Chain;
import dev.specula.token.DraftsByLookup;
import dev.specula.token.DraftsWithModel;
import dev.specula.token.FixedBudget;
import dev.specula.token.PricedRows;
import dev.specula.token.SelfTuning;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Makes pipelines of what was read. What is not chosen is inferred: the draft model if there is one, else what the contract
 * names or lookup; a chain; acceptance by matching; a self-tuning schedule for chains, a fixed one for trees, priced rows for sources that know their chances. Of denoising
 * models: the draft model if there is one, else a frozen estimate; a window; acceptance by reflection; a fixed schedule, so
 * that a seed gives one state.
 */
public final class PipelineComposer {
    private final ChoiceReader choices;

    PipelineComposer(ChoiceReader choices) {
        this.choices = choices;
    }

    /** The pipelines of all targets, one for each preset beside the one without. */
    public List<Pipeline> compose(ModelClass models) {
        List<Pipeline> pipelines = new ArrayList<>();
        for (TargetModel target : models.targets()) {
            Optional<DraftModel> draft = models.draftsOf(target).stream().findFirst();
            pipelines.add(compose(target, draft, Optional.empty()));
            target.presets().forEach(preset -> pipelines.add(compose(target, draft, Optional.of(preset))));
        }
        return pipelines;
    }

    private Pipeline compose(TargetModel target, Optional<DraftModel> draft, Optional<Preset> preset) {
        List<Choice> written = Stream.concat(
                        preset.stream().flatMap(chosen -> chosen.choices().stream()), target.choices().stream())
                .toList();
        Place place = preset.map(Preset::place).orElse(target.method().place());
        if (target.method().loop() == Loop.STATES) {
            return ofStates(target, draft, preset, written, place);
        }
        ClassName alone = target.contract().flatMap(Contract::source).orElse(ClassName.get(DraftsByLookup.class));
        Choice source =
                on(Axis.SOURCE, written, draft.isPresent() ? ClassName.get(DraftsWithModel.class) : alone, place);
        Choice shape = on(Axis.SHAPE, written, ClassName.get(Chain.class), place);
        boolean mayBranch = Stream.of(source, shape).anyMatch(choice -> choice.needs(Need.TREE_PASS));
        return new Pipeline(
                target,
                draft,
                preset,
                source,
                shape,
                on(Axis.ACCEPTANCE, written, ClassName.get(AcceptsMatching.class), place),
                on(Axis.SCHEDULE, written, ClassName.get(schedule(source, mayBranch)), place));
    }

    private static Class<?> schedule(Choice source, boolean mayBranch) {
        if (mayBranch) {
            return FixedBudget.class;
        }
        return source.offers().contains(Need.CHANCES) ? PricedRows.class : SelfTuning.class;
    }

    private Pipeline ofStates(
            TargetModel target,
            Optional<DraftModel> draft,
            Optional<Preset> preset,
            List<Choice> written,
            Place place) {
        Class<?> drafts = draft.isPresent() ? DraftsWithDenoiser.class : DraftsByFrozenEstimate.class;
        Choice source = on(Axis.SOURCE, written, ClassName.get(drafts), place);
        List<Choice> others = beside(source, preset).orElse(written);
        return new Pipeline(
                target,
                draft,
                preset,
                source,
                on(Axis.SHAPE, others, ClassName.get(DenoisingWindow.class), place),
                on(Axis.ACCEPTANCE, others, ClassName.get(AcceptsByReflection.class), place),
                on(Axis.SCHEDULE, others, ClassName.get(FixedBudget.class), place));
    }

    /** A preset that forecasts replaces drafting as a whole: what stands beside the target about drafts is not its own. */
    private static Optional<List<Choice>> beside(Choice source, Optional<Preset> preset) {
        return preset.map(Preset::choices).filter(choices -> source.longest().isPresent() && choices.contains(source));
    }

    private Choice on(Axis axis, List<Choice> written, ClassName inferred, Place place) {
        return written.stream()
                .filter(choice -> choice.axis() == axis)
                .findFirst()
                .or(() -> choices.inferred(inferred, place))
                .orElseThrow(() -> new IllegalStateException(inferred + " is not on the class path."));
    }
}

package dev.specula.codegen.model;

import dev.specula.Axis;
import dev.specula.Guarantee;
import dev.specula.Need;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A pipeline: a target, its draft model if the source needs one, and one choice on each axis.
 *
 * @param preset the set of choices it was made for, if any
 */
public record Pipeline(
        TargetModel target,
        Optional<DraftModel> draft,
        Optional<Preset> preset,
        Choice source,
        Choice shape,
        Choice acceptance,
        Choice schedule) {

    /** Its choices, in the order of {@link Axis}. */
    public List<Choice> choices() {
        return List.of(source, shape, acceptance, schedule);
    }

    /** The least guarantee of its choices. */
    public Guarantee guarantee() {
        return choices().stream().map(Choice::guarantee).reduce(Guarantee.SAME_TOKENS, Guarantee::and);
    }

    /** The loop that its target is for. */
    public Loop loop() {
        return target.method().loop();
    }

    /** Whether the source forecasts what the target would compute, and drafts nothing. */
    public boolean draftsNothing() {
        return loop() == Loop.STATES && source.longest().isPresent();
    }

    /** The attribute that bounds a draft, or the forecasts in a row. */
    public Optional<Attribute> longest() {
        return draftsNothing() ? source.longest() : shape.longest();
    }

    /** Whether the source draws from the laws of a draft model. */
    public boolean hasDraftModel() {
        return source.needs(Need.DRAFT_MODEL);
    }

    /** Whether drafts may have side branches. */
    public boolean mayBranch() {
        return Stream.of(source, shape).anyMatch(choice -> choice.needs(Need.TREE_PASS));
    }

    /** Whether the draft remembers the laws that its tokens were drawn from. */
    public boolean hasSampledDraft() {
        return Stream.of(source, acceptance)
                .anyMatch(choice -> choice.implementation().takesSampledDraft());
    }

    /** Where a problem of this pipeline as a whole is shown. */
    public Place place() {
        return preset.map(Preset::place).orElse(target.method().place());
    }

    /** Its name in properties and reports. */
    public String key() {
        return target.method().name()
                + preset.map(chosen -> "." + chosen.name()).orElse("");
    }

    /** Name of the method that makes it in plain Java. */
    public String factory() {
        return target.method().name()
                + preset.map(chosen -> chosen.annotation().simpleName()).orElse("");
    }

    /** Simple name of its class. */
    public String className() {
        String factory = factory();
        return Character.toUpperCase(factory.charAt(0)) + factory.substring(1) + "Pipeline";
    }
}

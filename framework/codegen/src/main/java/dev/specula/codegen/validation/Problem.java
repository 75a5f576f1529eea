package dev.specula.codegen.validation;

/** What can be wrong with annotated source: a number to look up, what was found and required, and the way out. */
public enum Problem {
    /** Specula's own classes are missing. */
    CORE_MISSING(
            "SPD001",
            "The class path of %1$s has no specula-core.",
            "Add a modality such as specula-vision-language, which brings it."),
    /** A class that generated code cannot reach. */
    CLASS_OUT_OF_REACH(
            "SPD002",
            "%1$s is %2$s, but the generated pipelines have to reach it.",
            "Make it a top-level class, or a static nested class that is not private."),
    /** A method that cannot be a bean method. */
    METHOD_NOT_PLAIN(
            "SPD003",
            "%1$s() is %2$s, but a model comes from an instance method without type parameters that is not private.",
            "Change its declaration."),
    /** A method that makes something else. */
    NOT_A_MODEL(
            "SPD004",
            "%1$s() returns %2$s, but a model is wanted.",
            "Return dev.specula.model.CausalModel, dev.specula.denoise.DenoisingModel or a subtype."),
    /** One method as both models. */
    TARGET_AND_DRAFT(
            "SPD005",
            "%1$s() is both @TargetModel and @DraftModel.",
            "Write a method for each model; a draft that equals its target only costs time."),
    /** Two generated types of one name. */
    NAME_TAKEN("SPD006", "%1$s would generate %2$s, which %3$s generates already.", "Rename one of them."),
    /** A model that reads nothing. */
    ACCEPTS_NOTHING(
            "SPD007", "%1$s accepts nothing.", "Name what the model reads, for example accepts = {IMAGE, TEXT}."),

    /** No contract at all. */
    NO_CONTRACTS(
            "SPD010",
            "The class path has no contract, so there is nothing for %1$s to be called by.",
            "Add the modality that reads %2$s and writes %3$s; specula-vision-language reads pictures and writes text."),
    /** No contract for what is emitted. */
    NOTHING_EMITS(
            "SPD011",
            "No contract on the class path emits %1$s; those there emit %2$s.",
            "Correct emits, or add the modality that writes %1$s."),
    /** No contract for what is accepted. */
    NOTHING_ACCEPTS(
            "SPD012",
            "No contract on the class path accepts %1$s and emits %2$s; for %2$s there is %3$s.",
            "Correct accepts, or add the modality that reads %1$s."),
    /** A contract that no pipeline can be written against. */
    CONTRACT_UNUSABLE(
            "SPD013",
            "The contract %1$s cannot be used: %2$s.",
            "Correct the contract, or dev/specula/contract that names it."),

    /** A draft that reads more than its target. */
    DRAFT_ACCEPTS_MORE(
            "SPD020",
            "%1$s accepts %2$s, but its target %3$s accepts only %4$s.",
            "Remove %2$s: a draft model sees what its target sees, or less."),
    /** A draft that writes something else. */
    DRAFT_EMITS_OTHER(
            "SPD021",
            "%1$s emits %2$s, but its target %3$s emits %4$s.",
            "A draft model proposes what its target writes: set emits = %4$s."),
    /** A draft for an unknown target. */
    NO_SUCH_TARGET("SPD022", "%1$s drafts for \"%2$s\", but %3$s declares only %4$s.", "%5$s"),
    /** A draft that could serve several targets. */
    TARGET_NOT_NAMED(
            "SPD023",
            "%1$s names no target, but %2$s declares %3$s.",
            "Write which one it drafts for, for example target = \"%4$s\"."),
    /** Several drafts for one target. */
    SEVERAL_DRAFTS(
            "SPD024",
            "%1$s is a second draft model of %2$s, which has %3$s already.",
            "Remove one, or give it a target of its own."),
    /** A draft alone. */
    DRAFT_WITHOUT_TARGET(
            "SPD025",
            "%1$s drafts, but %2$s declares no target.",
            "Annotate the method of the model whose answers are wanted with @TargetModel."),

    /** A draft model of the other loop. */
    DRAFT_OTHER_KIND(
            "SPD026",
            "%1$s returns %2$s, but its target %3$s returns %4$s.",
            "A draft model works on what its target works on: return the same kind of model."),

    /** A choice that nobody reads. */
    CHOICE_BESIDE_DRAFT(
            "SPD027",
            "%1$s stands beside the draft model %2$s, where it has no effect.",
            "Move it to the target: choices and promises are about its answers."),

    /** Two answers to one question. */
    TWO_CHOICES(
            "SPD030",
            "%1$s and %2$s both choose the %3$s of %4$s.",
            "Remove one; a second set of choices is a preset."),
    /** A choice that needs a draft model. */
    NO_DRAFT_MODEL(
            "SPD031",
            "%1$s needs a draft model, but %2$s has none.",
            "Annotate a method of the class with @DraftModel, or remove %1$s to draft without one."),
    /** A shape that nobody fills. */
    SHAPE_NOT_USED(
            "SPD032",
            "%1$s arranges what a draft model proposes, but %2$s proposes without one.",
            "Remove %1$s, or draft with a model."),
    /** A ratio rule over tokens that were not drawn. */
    DRAFT_NOT_SAMPLED(
            "SPD033",
            "%1$s divides by the law that a token was drawn from, but %2$s draws from none.",
            "Use @AcceptsMatching, which keeps the same tokens whoever proposes, or draft with a model."),
    /** A choice for chains beside a tree. */
    NOT_A_CHAIN("SPD034", "%1$s works on chains, but %2$s drafts trees.", "%3$s"),
    /** A rule that looks ahead over guesses that have a past. */
    DRAFT_NOT_FRESH(
            "SPD035",
            "%1$s judges a token by those after it, but guesses of %2$s carry their chance from one round to the next.",
            "Use @AcceptsByRejection, which judges one token after the other, or @DraftsByRedrawnWindow."),
    /** A choice for other answers. */
    OTHER_ANSWERS(
            "SPD036", "%1$s is for answers that are %2$s, but %3$s emits %4$s.", "Remove %1$s, or correct emits."),

    /** A choice of the other loop. */
    OTHER_LOOP(
            "SPD037",
            "%1$s works on %2$s, but %3$s works on %4$s.",
            "Remove it, or take the choice for %4$s on the same axis."),
    /** Something about drafts beside a source that drafts nothing. */
    NOTHING_DRAFTED(
            "SPD038",
            "%1$s is about drafted states, but %2$s drafts none.",
            "Remove %1$s, or draft by @DraftsByFrozenEstimate."),
    /** A schedule that leaves it to the source how much is drafted, beside one that cannot tell. */
    NO_CHANCES(
            "SPD039",
            "%1$s lets the source draft what is worth its rows, but %2$s does not know how likely that is to be kept.",
            "Use @SelfTuning, which finds out how much pays, or draft by @DraftsByLookup."),

    /** A number outside its range. */
    OUT_OF_RANGE("SPD040", "%1$s of %2$s is %3$s, but must be %4$s.", "Choose a number in that range."),
    /** Numbers that add up to too much. */
    SUM_OUT_OF_RANGE(
            "SPD041",
            "%1$s of %2$s adds up to %3$s, but at most %4$s is possible.",
            "They are shares of the same whole: make them smaller."),
    /** A class that does not do what its axis asks. */
    WRONG_IMPLEMENTATION(
            "SPD042",
            "%1$s chooses the %2$s, but its implementation %3$s is no %4$s.",
            "Let %3$s implement %4$s, or correct the axis."),
    /** A class that cannot be constructed. */
    NO_CONSTRUCTOR(
            "SPD043",
            "%1$s of %2$s has no public constructor %1$s(%3$s) that generated code can reach.",
            "The attributes in their order are its arguments: make the class public, concrete and not inner, and add it."),
    /** A shape that says nothing of its size. */
    NO_LONGEST(
            "SPD044",
            "%1$s is a shape, but none of its attributes says how many nodes a draft has at most.",
            "Annotate one attribute, an int, with @Longest."),

    /** A promise that the choices do not keep. */
    PROMISE_BROKEN(
            "SPD050", "%1$s is promised, but no more than %3$s is kept by %2$s.", "Choose otherwise, or promise less."),
    /** A preset that chooses nothing. */
    PRESET_EMPTY(
            "SPD051",
            "The preset %1$s holds no choice.",
            "Annotate %1$s with choices, for example @Chain(tokens = 16)."),
    /** Two presets of one name. */
    PRESET_NAME_TAKEN(
            "SPD052",
            "The preset %1$s would be called \"%2$s\", but there is one of that name already.",
            "Rename one of the annotations.");

    private final String code;
    private final String found;
    private final String fix;

    Problem(String code, String found, String fix) {
        this.code = code;
        this.found = found;
        this.fix = fix;
    }

    /** The number that messages and the documentation share. */
    public String code() {
        return code;
    }

    /** The message for {@code details}. */
    String describe(Object... details) {
        return "[" + code + "] " + found.formatted(details) + " " + fix.formatted(details);
    }
}

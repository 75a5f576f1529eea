package dev.specula.model;

import dev.specula.SpeculaException;

/** Two models that cannot work together, or a model that lacks what a pipeline needs. */
public final class IncompatibleModelsException extends SpeculaException {
    private static final long serialVersionUID = 1L;

    /** What does not fit, and what would. */
    public IncompatibleModelsException(String message) {
        super(message);
    }

    /**
     * Requires that {@code draft} has the tokens of {@code target}; padding of either head is tolerated.
     *
     * @throws IncompatibleModelsException naming the first token that differs
     */
    public static void requireSameTokens(CausalModel target, CausalModel draft) {
        Vocabulary targets = target.vocabulary();
        Vocabulary drafts = draft.vocabulary();
        targets.firstDifference(drafts).ifPresent(id -> {
            throw new IncompatibleModelsException(
                    "A draft must have the tokens of its target, but token " + id + " is \""
                            + token(targets, id) + "\" in \"" + target.spec().name() + "\" (" + targets.size()
                            + " tokens) and \""
                            + token(drafts, id) + "\" in \"" + draft.spec().name() + "\" (" + drafts.size()
                            + " tokens); use a draft with the same tokenizer, translate its tokens (RetokenisedModel), or draft by"
                            + " lookup.");
        });
    }

    private static String token(Vocabulary vocabulary, int id) {
        return id < vocabulary.size() ? vocabulary.token(id) : "";
    }
}

package dev.specula.model;

import dev.specula.Modality;
import dev.specula.token.Followers;
import dev.specula.token.Guided;
import dev.specula.token.Prompt;
import dev.specula.token.Sampling;
import dev.specula.token.Sequence;
import java.nio.ByteBuffer;
import java.util.Optional;

/** A model that says one column after the other. Thread-safe; its sequences are not. */
public interface CausalModel extends AutoCloseable {
    /** Its constants. */
    ModelSpec spec();

    /** Its tokens. */
    Vocabulary vocabulary();

    /** The tokens that its prompts are made of: those of its answers, but where answers are translated into another model's tokens. */
    default Vocabulary promptVocabulary() {
        return vocabulary();
    }

    /** Tokens after which its answers end; often one. */
    int[] endTokens();

    /** What it was trained to see of a prompt. */
    View view();

    /** Whether its passes take drafts that branch. */
    default boolean takesTrees() {
        return true;
    }

    /**
     * Whether a row comes out the same, up to rounding, however many are beside it: what a target needs. One that does not can be a
     * draft, and refuses sequences for {@link Passes#EXACT}.
     */
    default boolean verifies() {
        return true;
    }

    /**
     * Opens an answer to {@code prompt}: the columns are pending, nothing is computed yet. The caller closes it.
     *
     * @throws dev.specula.SpeculaException if the prompt does not fit the context
     */
    Sequence open(Prompt prompt, Sampling sampling, Passes passes);

    /**
     * Opens an answer to {@code prompt} that is guided where the prompt asks for it: two sequences of this model behind one
     * face, or the one of {@link #open} without guidance. The caller closes it.
     *
     * @throws dev.specula.SpeculaException if a prompt does not fit the context
     */
    default Sequence openGuided(Prompt prompt, Sampling sampling, Passes passes) {
        Prompt without = prompt.unconditional();
        if (without == null || prompt.guidance().isNone()) {
            return open(prompt.unguided(), sampling, passes);
        }
        Sequence conditional = open(prompt.unguided(), sampling, passes);
        try {
            return new Guided(conditional, open(without.unguided(), sampling, passes), prompt, sampling);
        } catch (RuntimeException e) {
            conditional.close();
            throw e;
        }
    }

    /** What makes rows of an input of {@code modality}; empty if the model reads none. */
    Optional<RowEncoder> encoder(Modality modality);

    /** What maps rows of its target's encoder to its own width; empty unless its view is {@link View#POOLED}. */
    Optional<RowEncoder> connector();

    /** What makes values of the tokens of {@code modality} that it says; empty if it says none. */
    default Optional<CodeDecoder> decoder(Modality modality) {
        return Optional.empty();
    }

    /**
     * A table that is stored with the weights under {@code name}: what a method computes once of a model or its training data.
     * Read-only, big-endian, from position 0; empty if there is none.
     */
    default Optional<ByteBuffer> table(String name) {
        return Optional.empty();
    }

    /**
     * What it says after its most common tokens alone. Whoever asks first may wait for seconds, once on a machine where prepared graphs are
     * kept. Knows none where answers go on from what stands in no text: speech, or pictures made of tokens.
     */
    default Followers followers() {
        return Followers.NONE;
    }

    /**
     * The whole numbers that its checkpoint holds under {@code key} of how its answers are generated: a list, one number, or a
     * flag as 0 or 1. Empty if it says nothing. Tokens that a model of speech never says are told here.
     */
    default int[] generation(String key) {
        return new int[0];
    }

    /**
     * A file of its checkpoint that says how its inputs are prepared, for example {@code preprocessor_config.json}; empty if it has none
     * of that name.
     */
    default Optional<String> configuration(String file) {
        return Optional.empty();
    }

    /** How a conversation is written for it; empty if its checkpoint does not say. */
    default Optional<ChatTemplate> chatTemplate() {
        return Optional.empty();
    }

    /** Frees weights; sequences must be closed before. */
    @Override
    void close();
}

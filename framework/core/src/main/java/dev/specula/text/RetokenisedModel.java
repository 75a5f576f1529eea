package dev.specula.text;

import dev.specula.Modality;
import dev.specula.model.CausalModel;
import dev.specula.model.ChatTemplate;
import dev.specula.model.ModelSpec;
import dev.specula.model.Passes;
import dev.specula.model.RowEncoder;
import dev.specula.model.View;
import dev.specula.model.Vocabulary;
import dev.specula.token.Prompt;
import dev.specula.token.Sampling;
import dev.specula.token.Sequence;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * A draft model whose tokens are not its target's: its answers are spelt out and cut into tokens of the target, one at a time (text as
 * the bridge between vocabularies, as in Timor et al. 2025, arXiv:2502.05202, algorithm "string-level exact match"). Prompts are in its
 * own tokens. What it guesses is its likeliest text, whatever the temperature, and each token it guesses for certain: for chains and rules
 * that ask for no law of the draft. Verified like any draft, so that nothing it does changes what is said.
 *
 * <p>Costs a few calls of the two tokenizers for each token beside the passes of the model. Closes the model with itself.
 */
public final class RetokenisedModel implements CausalModel {
    private final CausalModel model;
    private final CausalModel target;

    private RetokenisedModel(CausalModel model, CausalModel target) {
        this.model = model;
        this.target = target;
    }

    /** {@code model} as a draft for {@code target}: itself where the two have the same tokens. */
    public static CausalModel of(CausalModel model, CausalModel target) {
        return target.vocabulary().firstDifference(model.vocabulary()).isEmpty()
                ? model
                : new RetokenisedModel(model, target);
    }

    @Override
    public ModelSpec spec() {
        return model.spec();
    }

    @Override
    public Vocabulary vocabulary() {
        return target.vocabulary();
    }

    @Override
    public Vocabulary promptVocabulary() {
        return model.promptVocabulary();
    }

    @Override
    public boolean takesTrees() {
        return model.takesTrees();
    }

    @Override
    public boolean verifies() {
        return model.verifies();
    }

    @Override
    public int[] endTokens() {
        return target.endTokens();
    }

    @Override
    public View view() {
        return model.view();
    }

    /** Opens an answer of the likeliest text: a law drawn from twice would agree with the target less often. */
    @Override
    public Sequence open(Prompt prompt, Sampling sampling, Passes passes) {
        return new RetokenisedSequence(model.open(prompt, Sampling.GREEDY, passes), model, target);
    }

    @Override
    public Optional<RowEncoder> encoder(Modality modality) {
        return model.encoder(modality);
    }

    @Override
    public Optional<RowEncoder> connector() {
        return model.connector();
    }

    @Override
    public Optional<ByteBuffer> table(String name) {
        return model.table(name);
    }

    @Override
    public int[] generation(String key) {
        return model.generation(key);
    }

    @Override
    public Optional<String> configuration(String file) {
        return model.configuration(file);
    }

    @Override
    public Optional<ChatTemplate> chatTemplate() {
        return model.chatTemplate();
    }

    @Override
    public void close() {
        model.close();
    }
}

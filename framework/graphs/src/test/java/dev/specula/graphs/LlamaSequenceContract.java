package dev.specula.graphs;

import dev.specula.model.CausalModel;
import dev.specula.model.Passes;
import dev.specula.testkit.SequenceContract;
import dev.specula.token.Prompt;
import dev.specula.token.Sampling;
import dev.specula.token.Sequence;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;

/** The contract of sequences, held to those of the fixture llama in one of its forms. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class LlamaSequenceContract extends SequenceContract {
    private static final int CONTEXT = 80;

    private final CausalModel model;

    LlamaSequenceContract(String location) {
        this.model = CheckpointLoader.load("llama", new CheckpointSource(location, WeightFormat.F32, CONTEXT));
    }

    @Override
    protected Sequence open(Prompt prompt, Sampling sampling) {
        return model.open(prompt, sampling, Passes.EXACT);
    }

    @Override
    protected int tokens() {
        return 512;
    }

    @Override
    protected int context() {
        return CONTEXT;
    }

    @AfterAll
    void close() {
        model.close();
    }
}

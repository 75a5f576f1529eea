package dev.specula.graphs;

import dev.specula.model.CausalModel;
import dev.specula.model.Passes;
import dev.specula.testkit.SequenceContract;
import dev.specula.token.Prompt;
import dev.specula.token.Sampling;
import dev.specula.token.Sequence;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;

/** Sequences of the engine keep the contract: chains to the bit, trees up to rounding. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CheckpointSequenceTests extends SequenceContract {
    private static final int CONTEXT = 80;

    private final CheckpointSource source = new CheckpointSource(Fixture.location("llama"), WeightFormat.F32, CONTEXT);
    private final CausalModel model = CheckpointLoader.load("llama", source);

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

    @Override
    protected double treeTolerance() {
        return 2e-6;
    }

    @AfterAll
    void close() {
        model.close();
    }
}

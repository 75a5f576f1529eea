package dev.specula.graphs;

import dev.specula.model.CausalModel;
import dev.specula.model.Passes;
import dev.specula.testkit.SequenceContract;
import dev.specula.token.Prompt;
import dev.specula.token.Sampling;
import dev.specula.token.Sequence;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;

/** Sequences over graphs that others exported keep the contract, but for trees. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExportedSequenceTests extends SequenceContract {
    private static final int CONTEXT = 80;

    private final CheckpointSource source = new CheckpointSource(
            "file:" + Fixture.directory("llama").resolve("onnx/model.onnx"), WeightFormat.F32, CONTEXT);
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
    protected boolean takesTrees() {
        return false;
    }

    @AfterAll
    void close() {
        model.close();
    }
}

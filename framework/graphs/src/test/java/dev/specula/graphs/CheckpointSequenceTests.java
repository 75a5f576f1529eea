package dev.specula.graphs;

/** Sequences of the engine keep the contract: chains to the bit, trees up to rounding. */
class CheckpointSequenceTests extends LlamaSequenceContract {
    CheckpointSequenceTests() {
        super(Fixture.location("llama"));
    }

    @Override
    protected double treeTolerance() {
        return 2e-6;
    }
}

package dev.specula.graphs;

/** Sequences over graphs that others exported keep the contract, but for trees. */
class ExportedSequenceTests extends LlamaSequenceContract {
    ExportedSequenceTests() {
        super("file:" + Fixture.directory("llama").resolve("onnx/model.onnx"));
    }

    @Override
    protected boolean takesTrees() {
        return false;
    }
}

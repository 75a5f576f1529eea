package dev.specula.onnx;

import dev.specula.Modality;
import dev.specula.SpeculaException;
import dev.specula.model.Passes;
import dev.specula.token.Prompt;
import dev.specula.token.Sampling;
import dev.specula.token.Sequence;
import java.lang.System.Logger.Level;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A decoder on ONNX Runtime whose graphs somebody else exported. It verifies chains, not trees, and copies its cache at each pass;
 * a checkpoint in safetensors or GGUF has neither limit.
 *
 * <p>Whether a pass over several rows gives what passes over fewer give, its first passes show. Where it does but for the last bits,
 * answers are the target's up to rounding; where it does not, the model can be a draft, and not a target.
 */
public final class ExportedModel extends OnnxModel<ExportedMemory> {
    /** Most that logits may differ, over the largest, for a row to count as the same. */
    private static final double ROUNDING = 1e-4;

    private static final System.Logger LOG = System.getLogger(ExportedModel.class.getName());

    private final ExportedDecoder decoder;
    private double difference;

    private ExportedModel(DecoderParts parts, ExportedGraphs graphs) {
        super(parts, encoders(graphs.encoder()), Map.of());
        this.decoder = graphs.decoder();
    }

    private static Map<Modality, OnnxRowEncoder> encoders(@Nullable ExportedEncoder encoder) {
        return encoder == null ? Map.of() : Map.of(encoder.modality(), encoder.rows());
    }

    /**
     * Makes a model of {@code graphs}, which it owns from then on, also where this fails, and tries how exact its passes are.
     *
     * @param parts what else it is made of; shape and memory are those of the graphs
     */
    public static ExportedModel load(DecoderParts parts, ExportedGraphs graphs) {
        ExportedModel model = new ExportedModel(parts, graphs);
        try {
            model.difference = CutChain.of(model, parts.memory()).difference();
        } catch (RuntimeException e) {
            model.close();
            throw e;
        }
        if (model.difference != 0) {
            LOG.log(
                    Level.WARNING,
                    "\"{0}\": logits of a row differ by up to {1} of the largest with how many rows a pass has: {2}.",
                    parts.spec().name(),
                    String.format(Locale.ROOT, "%.1e", model.difference),
                    model.isRounding()
                            ? "answers are the target's up to rounding"
                            : "it can be a draft, and not a target");
        }
        return model;
    }

    private boolean isRounding() {
        return difference <= ROUNDING;
    }

    @Override
    public boolean takesTrees() {
        return false;
    }

    @Override
    public boolean verifies() {
        return isRounding();
    }

    @Override
    ExportedMemory allocate() {
        return new ExportedMemory(decoder, parts().shape().cacheRows());
    }

    @Override
    Sequence sequence(ExportedMemory memory, Prompt prompt, Sampling sampling, Passes passes) {
        if (prompt.rows() > 0 && !decoder.takesRows()) {
            throw new SpeculaException("\"" + spec().name() + "\" was exported to read tokens, but the prompt gives "
                    + prompt.rows() + " columns as rows; it needs an export that takes " + ExportFormat.ROWS + ".");
        }
        if (passes == Passes.EXACT && !isRounding()) {
            throw new SpeculaException(
                    "\"" + spec().name() + "\" cannot verify drafts: logits of a row differ by up to "
                            + String.format(Locale.ROOT, "%.1e", difference)
                            + " of the largest with how many rows a pass has, as in exports with 8-bit activations and old ones of"
                            + " encoder-decoders; take another export, or load the model from its checkpoint.");
        }
        return new ExportedSequence(this, memory, prompt, sampling, passes);
    }

    ExportedDecoder decoder() {
        return decoder;
    }

    @Override
    void closeGraphs() {
        decoder.close();
    }
}

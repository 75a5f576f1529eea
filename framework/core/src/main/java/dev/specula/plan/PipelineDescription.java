package dev.specula.plan;

import dev.specula.Guarantee;
import dev.specula.model.CausalModel;
import dev.specula.model.IncompatibleModelsException;
import dev.specula.model.ModelSpec;
import dev.specula.model.View;

/**
 * What a pipeline does, in words: for start-up lines, statistics and reports.
 *
 * @param name bean method of the target
 * @param preset name of the set of choices; {@link #DEFAULT} for the choices beside the target
 * @param guarantee what answers have in common with those of the target alone
 * @param source who proposes
 * @param shape how proposals are arranged
 * @param acceptance what is kept
 * @param schedule how much is drafted
 * @param longest most nodes of a draft, at least 1
 * @param branches whether drafts may branch
 */
public record PipelineDescription(
        String name,
        String preset,
        Guarantee guarantee,
        String source,
        String shape,
        String acceptance,
        String schedule,
        int longest,
        boolean branches) {
    /** The preset of the choices that stand beside the target. */
    public static final String DEFAULT = "default";

    /** Checks the longest draft. */
    public PipelineDescription {
        if (longest < 1) {
            throw new IllegalArgumentException(
                    "longest must be at least 1 node, but was " + longest + "; switch speculation off to draft none.");
        }
    }

    /** Of a pipeline whose drafts are chains. */
    public PipelineDescription(
            String name,
            String preset,
            Guarantee guarantee,
            String source,
            String shape,
            String acceptance,
            String schedule,
            int longest) {
        this(name, preset, guarantee, source, shape, acceptance, schedule, longest, false);
    }

    /** Of a pipeline whose drafts may branch. */
    public static PipelineDescription branching(
            String name,
            String preset,
            Guarantee guarantee,
            String source,
            String shape,
            String acceptance,
            String schedule,
            int longest) {
        return new PipelineDescription(name, preset, guarantee, source, shape, acceptance, schedule, longest, true);
    }

    /** Key of the pipeline in properties and reports: its name, and its preset where it is not the default one. */
    public String key() {
        return preset.equals(DEFAULT) ? name : name + "." + preset;
    }

    /**
     * The same pipeline over {@code target}. Where drafts may branch, the target rounds each branch in its own way; quantisation
     * makes much of that, so the law is kept with {@code f32} weights only.
     *
     * @throws IncompatibleModelsException if the target cannot verify, or takes chains only where drafts may branch
     */
    public PipelineDescription over(CausalModel target) {
        ModelSpec spec = target.spec();
        if (!target.verifies()) {
            throw new IncompatibleModelsException("A target must compute a row alike however many are beside it, but \""
                    + spec.name()
                    + "\" does not, as exports with 8-bit activations and old ones of encoder-decoders do not;"
                    + " take another export of it, or its checkpoint.");
        }
        requireBranches(target);
        boolean relaxes =
                guarantee == Guarantee.SAME_LAW && branches && !spec.weights().equals("f32");
        return relaxes
                ? new PipelineDescription(
                        name, preset, Guarantee.RELAXED, source, shape, acceptance, schedule, longest, true)
                : this;
    }

    /**
     * The same pipeline, whose drafts {@code draft} makes.
     *
     * @throws IncompatibleModelsException if drafts may branch, but the model takes chains only
     */
    public PipelineDescription draftedBy(CausalModel draft) {
        requireBranches(draft);
        return this;
    }

    private void requireBranches(CausalModel model) {
        if (branches && !model.takesTrees()) {
            throw new IncompatibleModelsException("\"" + model.spec().name()
                    + "\" must take drafts that branch, as those of \"" + key()
                    + "\" do, but takes chains only, as models exported to ONNX do; let drafts grow as chains, or load the model"
                    + " from its checkpoint.");
        }
    }

    /** The same pipeline with a draft model that sees {@code view} of the prompt, which is for its manifest to say. */
    public PipelineDescription withView(View view) {
        String seeing = switch (view) {
            case ALL -> "seeing all";
            case TEXT_ONLY -> "seeing the words";
            case POOLED -> "seeing pooled rows";
        };
        return new PipelineDescription(
                name, preset, guarantee, source + " " + seeing, shape, acceptance, schedule, longest, branches);
    }

    /** The same pipeline with drafts of at most {@code nodes} nodes. */
    public PipelineDescription withLongest(int nodes) {
        return new PipelineDescription(name, preset, guarantee, source, shape, acceptance, schedule, nodes, branches);
    }
}

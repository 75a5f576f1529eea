package dev.specula.plan;

import dev.specula.Guarantee;

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
 */
public record PipelineDescription(
        String name,
        String preset,
        Guarantee guarantee,
        String source,
        String shape,
        String acceptance,
        String schedule,
        int longest) {
    /** The preset of the choices that stand beside the target. */
    public static final String DEFAULT = "default";

    /** Checks the longest draft. */
    public PipelineDescription {
        if (longest < 1) {
            throw new IllegalArgumentException(
                    "longest must be at least 1 node, but was " + longest + "; switch speculation off to draft none.");
        }
    }

    /** Key of the pipeline in properties and reports: its name, and its preset where it is not the default one. */
    public String key() {
        return preset.equals(DEFAULT) ? name : name + "." + preset;
    }

    /** The same pipeline with drafts of at most {@code nodes} nodes. */
    public PipelineDescription withLongest(int nodes) {
        return new PipelineDescription(name, preset, guarantee, source, shape, acceptance, schedule, nodes);
    }
}

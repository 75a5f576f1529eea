package dev.specula.testkit;

import dev.specula.noise.Law;
import dev.specula.token.Draft;
import dev.specula.token.Laws;
import dev.specula.token.Sampling;
import java.util.ArrayList;
import java.util.List;

/** The laws after the nodes of a draft, straight from the formula: no sequence, no cache. */
public final class TableLaws implements Laws {
    private final TableModel model;
    private final List<Integer> said;
    private final Draft draft;
    private final Sampling sampling;

    /** The laws of {@code model} after {@code said}, whose last column is node 0 of {@code draft}, and the draft's paths. */
    public TableLaws(TableModel model, List<Integer> said, Draft draft, Sampling sampling) {
        this.model = model;
        this.said = List.copyOf(said);
        this.draft = draft;
        this.sampling = sampling;
    }

    @Override
    public Law law(int node, int lane) {
        List<Integer> path = new ArrayList<>();
        for (int n = node; n > 0; n = draft.parentOf(n)) {
            for (int each = draft.lanes() - 1; each >= 0; each--) {
                path.add(0, draft.token(n, each));
            }
        }
        List<Integer> context = new ArrayList<>(said);
        context.addAll(path);
        return SlowTwin.law(model, context, lane, sampling);
    }
}

package dev.specula.bench.report;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.util.List;

/**
 * Results of a sweep over draft lengths.
 *
 * @param seed of the answers
 * @param machine that was measured on
 * @param pipelines a result for each pipeline and draft length
 */
public record WindowReport(long seed, Machine machine, List<WindowResult> pipelines) {
    /** Copies the list. */
    public WindowReport {
        pipelines = List.copyOf(pipelines);
    }

    /** This report as JSON, keys in the order of the components. */
    public String json() {
        Gson gson = JsonReport.rounding(new GsonBuilder()).create();
        return gson.toJson(this) + "\n";
    }
}

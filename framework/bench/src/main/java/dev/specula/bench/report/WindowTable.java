package dev.specula.bench.report;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Writes results of a sweep as a table in Markdown: a line for each pipeline, tokens a pass and speed-ups by draft length. */
public final class WindowTable {
    private WindowTable() {}

    /** The table of {@code results}, which hold the same lengths for each pipeline. */
    public static String write(List<WindowResult> results) {
        List<Integer> windows =
                results.stream().map(WindowResult::window).distinct().sorted().toList();
        StringBuilder table = new StringBuilder("| pipeline | guarantee | weights | temperature |");
        windows.forEach(window -> table.append(" tau, ").append(window).append(" |"));
        windows.forEach(window -> table.append(" speed-up, ").append(window).append(" |"));
        windows.forEach(
                window -> table.append(" over the fastest, ").append(window).append(" |"));
        table.append(" differing |\n|")
                .append("---|".repeat(5 + 3 * windows.size()))
                .append('\n');
        results.stream().map(WindowTable::rowOf).distinct().forEach(row -> {
            List<WindowResult> cells =
                    results.stream().filter(result -> rowOf(result).equals(row)).toList();
            table.append(row);
            windows.forEach(window -> table.append(cell(cells, window, WindowResult::tau)));
            windows.forEach(window -> table.append(cell(cells, window, WindowResult::decodeSpeedup)));
            windows.forEach(window -> table.append(cell(cells, window, WindowResult::speedupOverFastestPlain)));
            long differing =
                    cells.stream().mapToLong(WindowResult::differingTokens).sum();
            table.append("| ").append(differing).append(" |\n");
        });
        return table.toString();
    }

    private static String rowOf(WindowResult result) {
        return String.format(
                Locale.ROOT,
                "| %s | `%s` | %s | %.1f ",
                result.pipeline(),
                result.guarantee(),
                result.weights(),
                result.temperature());
    }

    private static String cell(List<WindowResult> cells, int window, ToDoubleFunction<WindowResult> number) {
        return cells.stream()
                .filter(result -> result.window() == window)
                .findFirst()
                .map(result -> String.format(Locale.ROOT, "| %.2f ", number.applyAsDouble(result)))
                .orElse("| ");
    }
}

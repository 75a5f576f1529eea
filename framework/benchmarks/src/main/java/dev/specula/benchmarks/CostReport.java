package dev.specula.benchmarks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** The page of cost curves: what passes take, and what that asks of a draft. */
final class CostReport {
    private static final List<String> TARGETS = List.of("4x256", "4x384", "6x384", "6x512", "8x512");
    private static final List<String> DRAFTS = List.of("1x128", "2x128", "1x256", "2x192");
    private static final List<Integer> ROWS = List.of(2, 3, 4, 5, 6, 8, 12, 16);

    private final Map<String, CostCurve> curves; // by size and format, "6x384 ri8"

    CostReport(Map<String, CostCurve> curves) {
        this.curves = new LinkedHashMap<>(curves);
    }

    String markdown(String conditions) {
        StringBuilder page = new StringBuilder("""
                # Cost curves

                Bare engine passes over random weights, no law read: Llama decoders (layers x width, heads of 64, vocabulary 512).
                The first number is the time of a pass over one row; v(n) is the time over n rows divided by it. Ratios carry over
                to other machines roughly, absolute times do not.

                Measured on %s.

                For your machine, with nothing else running on it:

                    mvn -pl framework/benchmarks -am package -DskipTests
                    java -jar framework/benchmarks/target/specula-benchmarks-*.jar my-cost-curves.md

                ## Passes

                """.formatted(conditions));
        page.append("| size | weights | ms, n = 1 |");
        ROWS.forEach(rows -> page.append(" v(").append(rows).append(") |"));
        page.append("\n|---|---|---|").append("---|".repeat(ROWS.size())).append('\n');
        curves.forEach((name, curve) -> {
            page.append("| ").append(name.replace(" ", " | ")).append(number(" | %.4f |", curve.time(1) / 1000));
            ROWS.forEach(rows -> page.append(number(" %.2f |", curve.relative(rows))));
            page.append('\n');
        });
        page.append("""

                ## What that asks of a draft

                Chains, and tokens agreed on independently with the same probability. c: draft step over target pass. 2.5x and 2x at: the
                agreement whose best chain speeds decoding up so many times against plain decoding in the same format; 1.5x over the
                fastest at: the same against plain decoding in the format whose passes over one row are the fastest. The last columns
                hold for an agreement of .90.

                | target | weights | draft | its weights | c | 2.5x at | 2x at | 1.5x over the fastest at | chain | speed-up | ms a token |
                |---|---|---|---|---|---|---|---|---|---|---|
                """);
        TARGETS.forEach(target -> formats()
                .forEach(format -> DRAFTS.forEach(draft -> List.of("f32", "int4")
                        .forEach(draftFormat -> page.append(row(target, format, draft, draftFormat))))));
        return page.toString();
    }

    private static List<String> formats() {
        return List.of("f32", "ri8", "int4");
    }

    private String row(String target, String format, String draft, String draftFormat) {
        CostCurve targetCurve = curves.get(target + " " + format);
        CostCurve draftCurve = curves.get(draft + " " + draftFormat);
        if (targetCurve == null || draftCurve == null) {
            return "";
        }
        Pair pair = new Pair(targetCurve, Objects.requireNonNull(draftCurve));
        double fastest = formats().stream()
                .map(each ->
                        Objects.requireNonNull(curves.get(target + " " + each)).time(1))
                .min(Double::compare)
                .orElseThrow();
        Pair.Gain gain = pair.best(.9);
        return number(
                "| %s | %s | %s | %s | %.3f | %s | %s | %s | %d | %.2f | %.4f |%n",
                target,
                format,
                draft,
                draftFormat,
                draftCurve.time(1) / targetCurve.time(1),
                needed(pair.agreementFor(2.5)),
                needed(pair.agreementFor(2)),
                needed(pair.agreementFor(1.5 * targetCurve.time(1) / fastest)),
                gain.chain(),
                gain.speedup(),
                gain.timePerToken() / 1000);
    }

    private static String needed(double agreement) {
        return agreement > 1 ? "never" : number("%.3f", agreement);
    }

    private static String number(String format, Object... values) {
        return String.format(Locale.ROOT, format.replace("%n", "\n"), values);
    }
}

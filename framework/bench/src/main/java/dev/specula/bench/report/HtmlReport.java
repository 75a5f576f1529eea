package dev.specula.bench.report;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes a report as one page without scripts or other files, light or dark as the reader's system is. */
public final class HtmlReport {
    private static final String PAGE = """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Specula benchmark</title>
            <style>
            :root { color-scheme: light dark; --ink: #1c2430; --soft: #5c6775; --grid: #d9dee5; --paper: #ffffff; --mark: #2456c8; }
            @media (prefers-color-scheme: dark) {
              :root { --ink: #e4e8ee; --soft: #9aa5b3; --grid: #343d49; --paper: #161a20; --mark: #7ea6ff; }
            }
            body { background: var(--paper); color: var(--ink); font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 76rem; padding: 0 1rem; }
            h1, h2 { font-weight: 600; } p, figcaption { color: var(--soft); }
            table { border-collapse: collapse; display: block; overflow-x: auto; }
            th, td { border-bottom: 1px solid var(--grid); padding: .3rem .8rem; text-align: right; white-space: nowrap; }
            th:first-child, td:first-child { text-align: left; }
            .plots { display: flex; flex-wrap: wrap; gap: 1.5rem; } figure { flex: 1 1 20rem; margin: 0; max-width: 26rem; }
            svg { width: 100%%; } svg text { fill: var(--soft); font-size: 11px; }
            .grid { stroke: var(--grid); } .line { fill: none; stroke: var(--mark); stroke-width: 2; } .dot, .bar { fill: var(--mark); }
            </style>
            </head>
            <body>
            <h1>Specula benchmark</h1>
            <p>%s. Speed-ups are over plain decoding (one row a pass) of the same weights in the same run, medians over the
            repeats; ideal is what bare engine passes allow at the measured acceptance.</p>
            %s
            %s
            </body>
            </html>
            """;

    private HtmlReport() {}

    /** The page. */
    public static String write(BenchReport report) {
        Machine machine = report.machine();
        String where = machine.processor() + ", " + machine.processors() + " processors, " + machine.system() + ", "
                + machine.java() + ", seed " + report.seed();
        StringBuilder details = new StringBuilder();
        report.pipelines().forEach(result -> details.append(details(result)));
        String tokens = report.pipelines().isEmpty() ? "" : table(report.pipelines());
        String states =
                report.denoising() == null ? "" : states(report.denoising().pipelines());
        return format(PAGE, Html.escape(where), tokens + states, details);
    }

    private static String table(List<PipelineResult> results) {
        StringBuilder rows = new StringBuilder("<table><tr><th>pipeline</th><th>weights</th><th>temperature</th>"
                + "<th>decoding</th><th>whole answers</th><th>end to end</th><th>over fastest plain</th><th>ideal</th><th>efficiency</th>"
                + "<th>tau</th><th>acceptance</th><th>tokens/s</th><th>differing tokens</th></tr>\n");
        for (PipelineResult result : results) {
            rows.append(format(
                    "<tr><td>%s</td><td>%s</td><td>%s</td><td>%.2f</td><td>%.2f</td><td>%.2f</td><td>%.2f (%s)</td><td>%.2f</td>"
                            + "<td>%.2f</td><td>%.2f</td><td>%.2f</td><td>%.0f</td><td>%d of %d</td></tr>%n",
                    Html.escape(result.pipeline()),
                    weights(result),
                    result.temperature(),
                    result.decodeSpeedup(),
                    result.answerSpeedup(),
                    result.endToEndSpeedup(),
                    result.speedupOverFastestPlain(),
                    result.fastestPlain(),
                    result.idealSpeedup(),
                    result.efficiency(),
                    result.tau(),
                    result.acceptanceRate(),
                    result.tokensPerSecond().speculative(),
                    result.differingTokens(),
                    result.tokens()));
        }
        return rows.append("</table>").toString();
    }

    private static String states(List<DenoisingResult> results) {
        StringBuilder rows = new StringBuilder("<table><tr><th>denoising pipeline</th><th>settings</th><th>steps</th>"
                + "<th>calls</th><th>speed-up</th><th>ideal</th><th>acceptance</th><th>forecast</th>"
                + "<th>quality</th><th>plain</th><th>laws differ by</th></tr>\n");
        for (DenoisingResult result : results) {
            DenoisingResult.Law law = result.law();
            rows.append(format(
                    "<tr><td>%s</td><td>%s</td><td>%.0f</td><td>%.1f</td><td>%.2f</td><td>%s</td><td>%s</td>"
                            + "<td>%.2f</td><td>%s</td><td>%s</td><td>%s</td></tr>%n",
                    Html.escape(result.pipeline()),
                    Html.escape(result.settings()),
                    result.steps(),
                    result.calls(),
                    result.speedup(),
                    orDash(result.idealSpeedup()),
                    orDash(result.acceptanceRate()),
                    result.forecastShare(),
                    qualities(result.quality()),
                    qualities(result.plainQuality()),
                    law == null ? "–" : format("%.3f (%.3f)", law.largestDistance(), law.criticalDistance())));
        }
        return rows.append("</table>").toString();
    }

    private static String orDash(@Nullable Double number) {
        return number == null ? "–" : format("%.2f", number);
    }

    private static String qualities(Map<String, Double> qualities) {
        return qualities.entrySet().stream()
                .map(part -> Html.escape(part.getKey()) + " " + format("%.3f", part.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static String weights(PipelineResult result) {
        return result.draftWeights() == null ? result.weights() : result.weights() + " + " + result.draftWeights();
    }

    private static String details(PipelineResult result) {
        String plots = figure(
                        SvgPlot.bars(
                                "Tokens per second",
                                List.of("plain", "reference", "speculative"),
                                List.of(
                                        result.tokensPerSecond().plain(),
                                        result.tokensPerSecond().reference(),
                                        result.tokensPerSecond().speculative())),
                        "Tokens per second")
                + figure(
                        SvgPlot.line("Cost curve", result.costCurve()),
                        "Cost curve v(n): time of a target pass over n positions, over the time of one");
        if (!result.acceptanceByPosition().isEmpty()) {
            plots += figure(
                    SvgPlot.line("Acceptance by position", result.acceptanceByPosition()),
                    "Share of rounds that kept the draft up to this position");
        }
        return format(
                "<h2>%s, %s, temperature %s</h2>%n<div class=\"plots\">%s</div>%n",
                Html.escape(result.pipeline()), weights(result), result.temperature(), plots);
    }

    private static String figure(String plot, String caption) {
        return "<figure>" + plot + "<figcaption>" + Html.escape(caption) + "</figcaption></figure>";
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}

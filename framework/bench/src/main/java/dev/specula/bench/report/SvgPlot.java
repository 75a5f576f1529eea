package dev.specula.bench.report;

import java.util.List;
import java.util.Locale;

/** Draws small plots as inline SVG, in the colours of the page around them. */
final class SvgPlot {
    private static final int WIDTH = 360;
    private static final int HEIGHT = 200;
    private static final int LEFT = 40;
    private static final int BOTTOM = 28;
    private static final int TOP = 12;

    private final StringBuilder svg = new StringBuilder();
    private final double most; // at the upper end of the vertical axis
    private final int places; // on the horizontal axis

    private SvgPlot(String label, double most, int places) {
        this.most = most;
        this.places = places;
        svg.append(format(
                "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">", WIDTH, HEIGHT, Html.escape(label)));
        axis();
    }

    /** A line through {@code values}, which stand at 1, 2, … */
    static String line(String label, List<Double> values) {
        SvgPlot plot = new SvgPlot(label, ceiling(values), values.size());
        StringBuilder points = new StringBuilder();
        for (int i = 0; i < values.size(); i++) {
            points.append(format("%.1f,%.1f ", plot.x(i), plot.y(values.get(i))));
            plot.circle(i, values.get(i), values.size());
        }
        plot.svg
                .append("<polyline class=\"line\" points=\"")
                .append(points.toString().strip())
                .append("\"/>");
        return plot.end();
    }

    /** A bar for each of {@code values}, named by {@code names}. */
    static String bars(String label, List<String> names, List<Double> values) {
        SvgPlot plot = new SvgPlot(label, ceiling(values), values.size());
        double width = Math.min(60, 0.6 * (WIDTH - LEFT) / values.size());
        for (int i = 0; i < values.size(); i++) {
            double y = plot.y(values.get(i));
            plot.svg.append(format(
                    "<rect class=\"bar\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\"/>",
                    plot.x(i) - width / 2, y, width, HEIGHT - BOTTOM - y));
            plot.text(plot.x(i), y - 4, "middle", number(values.get(i)));
            plot.text(plot.x(i), HEIGHT - BOTTOM + 16.0, "middle", names.get(i));
        }
        return plot.end();
    }

    private void circle(int place, double value, int all) {
        svg.append(format("<circle class=\"dot\" cx=\"%.1f\" cy=\"%.1f\" r=\"2.5\"/>", x(place), y(value)));
        if (all <= 8 || place % 3 == 0 || place == all - 1) {
            text(x(place), HEIGHT - BOTTOM + 16.0, "middle", Integer.toString(place + 1));
        }
    }

    private void axis() {
        for (int step = 0; step <= 4; step++) {
            double value = most * step / 4;
            svg.append(format(
                    "<line class=\"grid\" x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\"/>",
                    LEFT, WIDTH - 8, y(value), y(value)));
            text(LEFT - 6.0, y(value) + 4, "end", number(value));
        }
    }

    private void text(double x, double y, String anchor, String text) {
        svg.append(format("<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>", x, y, anchor, Html.escape(text)));
    }

    private double x(int place) {
        return LEFT + (place + 0.5) * (WIDTH - LEFT - 8) / places;
    }

    private double y(double value) {
        return HEIGHT - BOTTOM - value / most * (HEIGHT - BOTTOM - TOP);
    }

    private String end() {
        return svg.append("</svg>").toString();
    }

    /** A round number above all values: 1, 2 or 4 times a power of ten, so that quarters of it are short. */
    private static double ceiling(List<Double> values) {
        double highest = values.stream().mapToDouble(Double::doubleValue).max().orElse(1);
        double power = Math.pow(10, Math.floor(Math.log10(Math.max(0.1, highest))));
        for (double times : new double[] {1, 2, 4}) {
            if (highest <= times * power) {
                return times * power;
            }
        }
        return highest <= 8 * power ? 8 * power : 10 * power;
    }

    private static String number(double value) {
        return value >= 100 ? format("%.0f", value) : format("%.2f", value);
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}

package dev.specula.bench.report;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonNull;
import com.google.gson.JsonPrimitive;
import com.google.gson.JsonSerializer;
import java.math.BigDecimal;
import java.math.MathContext;

/** Writes and reads reports as JSON; numbers have four digits that count. */
public final class JsonReport {
    private static final MathContext DIGITS = new MathContext(4);
    private static final JsonSerializer<Double> ROUNDED = (number, type, context) -> Double.isFinite(number)
            ? new JsonPrimitive(
                    new BigDecimal(number).round(DIGITS).stripTrailingZeros().doubleValue())
            : JsonNull.INSTANCE; // a ratio over nothing, such as speed after the first round where there was one round
    private static final Gson GSON = rounding(new GsonBuilder()).create();

    private JsonReport() {}

    /** {@code builder}, made to write numbers as reports have them. */
    static GsonBuilder rounding(GsonBuilder builder) {
        return builder.setPrettyPrinting()
                .registerTypeAdapter(double.class, ROUNDED)
                .registerTypeAdapter(Double.class, ROUNDED);
    }

    /** {@code report} as JSON, keys in the order of its components. */
    public static String write(BenchReport report) {
        return GSON.toJson(report) + "\n";
    }

    /** The report that {@code json} holds. */
    public static BenchReport read(String json) {
        return new Gson().fromJson(json, BenchReport.class);
    }
}

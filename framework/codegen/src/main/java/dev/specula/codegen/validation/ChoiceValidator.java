package dev.specula.codegen.validation;

import dev.specula.Axis;
import dev.specula.codegen.model.Attribute;
import dev.specula.codegen.model.Choice;
import dev.specula.codegen.model.Implementation;
import dev.specula.codegen.model.Pipeline;
import dev.specula.token.AcceptanceRule;
import dev.specula.token.Growth;
import dev.specula.token.Schedule;
import dev.specula.token.Source;
import java.util.Locale;
import java.util.Map;

/** Checks each choice of a pipeline by itself: its attributes, and the class that carries it out. */
final class ChoiceValidator {
    private static final Map<Axis, Class<?>> INTERFACES = Map.of(
            Axis.SOURCE, Source.class,
            Axis.SHAPE, Growth.class,
            Axis.ACCEPTANCE, AcceptanceRule.class,
            Axis.SCHEDULE, Schedule.class);

    private final Report report;

    ChoiceValidator(Report report) {
        this.report = report;
    }

    void validate(Pipeline pipeline) {
        for (Choice choice : pipeline.choices()) {
            choice.attributes().forEach(attribute -> range(choice, attribute));
            implementation(choice);
        }
        if (pipeline.longest().isEmpty()) {
            report.add(pipeline.shape().place(), Problem.NO_LONGEST, annotation(pipeline.shape()));
        }
    }

    private void implementation(Choice choice) {
        Implementation implementation = choice.implementation();
        String type = implementation.type().simpleName();
        if (!implementation.fitsAxis()) {
            report.add(
                    choice.place(),
                    Problem.WRONG_IMPLEMENTATION,
                    annotation(choice),
                    choice.axis().name().toLowerCase(Locale.ROOT),
                    type,
                    INTERFACES.getOrDefault(choice.axis(), Object.class).getSimpleName());
        } else if (!implementation.isConstructible()) {
            report.add(choice.place(), Problem.NO_CONSTRUCTOR, type, annotation(choice), implementation.wanted());
        }
    }

    private void range(Choice choice, Attribute attribute) {
        Attribute.Bounds bounds = attribute.bounds();
        if (bounds == null) {
            return;
        }
        double sum = 0;
        boolean isInside = true;
        for (double number : attribute.numbers()) {
            sum += number;
            if (isInside && !(number >= bounds.min() && number <= bounds.max())) {
                isInside = false;
                report.add(
                        attribute.place(),
                        Problem.OUT_OF_RANGE,
                        attribute.name(),
                        annotation(choice),
                        plain(number),
                        span(bounds));
            }
        }
        if (isInside && sum > bounds.sum() + 1e-9) {
            report.add(
                    attribute.place(),
                    Problem.SUM_OUT_OF_RANGE,
                    attribute.name(),
                    annotation(choice),
                    plain(Math.round(sum * 1e6) / 1e6),
                    plain(bounds.sum()));
        }
    }

    private static String span(Attribute.Bounds bounds) {
        return bounds.max() == Double.POSITIVE_INFINITY
                ? "at least " + plain(bounds.min())
                : "between " + plain(bounds.min()) + " and " + plain(bounds.max());
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }

    private static String annotation(Choice choice) {
        return "@" + choice.annotation().simpleName();
    }
}

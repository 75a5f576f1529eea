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
        Choice bounding = pipeline.draftsNothing() ? pipeline.source() : pipeline.shape();
        pipeline.longest()
                .filter(Attribute::isInt)
                .ifPresentOrElse(
                        attribute -> longest(bounding, attribute),
                        () -> report.add(bounding.place(), Problem.NO_LONGEST, annotation(bounding)));
    }

    /** A draft has a node at least, whatever range was declared. */
    private void longest(Choice choice, Attribute attribute) {
        double number = attribute.numbers().get(0);
        Attribute.Bounds bounds = attribute.bounds();
        if (number < 1 && (bounds == null || number >= bounds.min())) {
            outOfRange(choice, attribute, plain(number), "at least 1");
        }
    }

    private void outOfRange(Choice choice, Attribute attribute, String found, String wanted) {
        report.add(attribute.place(), Problem.OUT_OF_RANGE, attribute.name(), annotation(choice), found, wanted);
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
        if (bounds.falling() && attribute.numbers().isEmpty()) {
            outOfRange(choice, attribute, "empty", "one number at least");
        }
        double sum = 0;
        boolean isInside = true;
        double before = Double.POSITIVE_INFINITY;
        for (double number : attribute.numbers()) {
            sum += number;
            if (isInside && !(number >= bounds.min() && number <= bounds.max())) {
                isInside = false;
                outOfRange(choice, attribute, plain(number), span(bounds));
            } else if (isInside && bounds.falling() && number > before) {
                isInside = false;
                outOfRange(choice, attribute, plain(number) + " after " + plain(before), "one that does not rise");
            }
            before = number;
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

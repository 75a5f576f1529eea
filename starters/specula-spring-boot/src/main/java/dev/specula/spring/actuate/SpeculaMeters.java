package dev.specula.spring.actuate;

import dev.specula.report.RunReport;
import dev.specula.spring.AnswerListener;
import dev.specula.spring.DecodingPool;
import dev.specula.spring.ServedAnswer;
import dev.specula.spring.ServedPipeline;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;

/** Records each answer in the meters of {@link SpeculaMeter}, once it ended: nothing is recorded per token. */
final class SpeculaMeters implements AnswerListener {
    private static final int POSITIONS = 8;

    private final MeterRegistry registry;

    SpeculaMeters(MeterRegistry registry, DecodingPool pool) {
        this.registry = registry;
        Gauge.builder(SpeculaMeter.ACTIVE_ANSWERS.getName(), pool, DecodingPool::active)
                .baseUnit(SpeculaMeter.ACTIVE_ANSWERS.getBaseUnit())
                .register(registry);
        Gauge.builder(SpeculaMeter.WAITING_ANSWERS.getName(), pool, DecodingPool::queued)
                .baseUnit(SpeculaMeter.WAITING_ANSWERS.getBaseUnit())
                .register(registry);
    }

    @Override
    public void answered(ServedPipeline pipeline, ServedAnswer answer) {
        Tags tags = Tags.of(
                SpeculaMeter.Keys.PIPELINE.asString(), pipeline.description().key(),
                SpeculaMeter.Keys.MODALITY.asString(), pipeline.modality(),
                SpeculaMeter.Keys.MODEL.asString(), pipeline.target());
        String outcome = answer.outcome().name().toLowerCase(Locale.ROOT);
        record(SpeculaMeter.ANSWER_TIME, tags.and(SpeculaMeter.Keys.OUTCOME.asString(), outcome), answer.total());
        RunReport report = answer.report();
        if (report.rounds() > 0) {
            count(SpeculaMeter.ROUNDS, tags, report.rounds());
            countPositions(tags, report);
            summarise(tags, report);
            record(SpeculaMeter.DRAFT_TIME, tags, Duration.ofNanos(report.draftNanos()));
            record(SpeculaMeter.VERIFY_TIME, tags, Duration.ofNanos(report.targetNanos()));
            record(SpeculaMeter.FIRST_TOKEN_TIME, tags, answer.firstToken());
        }
    }

    private void countPositions(Tags tags, RunReport report) {
        long drafted = report.drafted();
        long kept = report.kept();
        for (int position = 0; position < POSITIONS && report.draftedAt(position) > 0; position++) {
            countPosition(tags, Integer.toString(position + 1), report.draftedAt(position), report.keptAt(position));
            drafted -= report.draftedAt(position);
            kept -= report.keptAt(position);
        }
        if (drafted > 0) {
            countPosition(tags, (POSITIONS + 1) + "+", drafted, kept);
        }
    }

    private void countPosition(Tags tags, String position, long drafted, long kept) {
        Tags positioned = tags.and(SpeculaMeter.Keys.POSITION.asString(), position);
        count(SpeculaMeter.DRAFT_TOKENS, positioned, drafted);
        count(SpeculaMeter.ACCEPTED_TOKENS, positioned, kept);
    }

    /** One record a round: as many kept a node at a position as kept more than that position. */
    private void summarise(Tags tags, RunReport report) {
        DistributionSummary lengths = DistributionSummary.builder(SpeculaMeter.ACCEPTED_LENGTH.getName())
                .baseUnit(SpeculaMeter.ACCEPTED_LENGTH.getBaseUnit())
                .tags(tags)
                .register(registry);
        long atLeast = report.rounds();
        for (int length = 0; atLeast > 0; length++) {
            long more = report.keptAt(length);
            for (long round = more; round < atLeast; round++) {
                lengths.record(length);
            }
            atLeast = more;
        }
    }

    private void count(SpeculaMeter meter, Tags tags, long amount) {
        Counter.builder(meter.getName())
                .baseUnit(meter.getBaseUnit())
                .tags(tags)
                .register(registry)
                .increment((double) amount);
    }

    private void record(SpeculaMeter meter, Tags tags, Duration time) {
        Timer.builder(meter.getName()).tags(tags).register(registry).record(time);
    }
}

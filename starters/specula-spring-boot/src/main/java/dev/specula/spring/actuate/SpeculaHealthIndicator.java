package dev.specula.spring.actuate;

import dev.specula.spring.DecodingPool;
import dev.specula.spring.ServedPipeline;
import dev.specula.spring.ServedPipelines;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Down while the engine failed on the latest answer of a pipeline. Runs no model, so it answers at once; a full queue is no
 * failure, and shows in the details.
 */
final class SpeculaHealthIndicator implements HealthIndicator {
    private final ServedPipelines pipelines;
    private final DecodingPool pool;

    SpeculaHealthIndicator(ServedPipelines pipelines, DecodingPool pool) {
        this.pipelines = pipelines;
        this.pool = pool;
    }

    @Override
    public Health health() {
        Map<String, String> states = new LinkedHashMap<>();
        boolean failing = false;
        for (ServedPipeline pipeline : pipelines.all()) {
            boolean down = pipeline.statistics().isFailing();
            failing |= down;
            states.put(pipeline.bean(), down ? "its latest answer failed" : "ready");
        }
        return (failing ? Health.down() : Health.up())
                .withDetail("pipelines", states)
                .withDetail("answering", pool.active() + " of " + pool.answers())
                .withDetail("waiting", pool.queued() + " of " + pool.waiting())
                .build();
    }
}

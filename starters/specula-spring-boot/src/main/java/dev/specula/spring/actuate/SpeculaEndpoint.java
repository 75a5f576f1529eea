package dev.specula.spring.actuate;

import dev.specula.spring.DecodingPool;
import dev.specula.spring.ServedPipelines;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;

/** The endpoint {@code specula}: each pipeline with its models and how its answers went. Holds no word of any answer. */
@Endpoint(id = "specula")
public final class SpeculaEndpoint {
    private final ServedPipelines pipelines;
    private final DecodingPool pool;

    SpeculaEndpoint(ServedPipelines pipelines, DecodingPool pool) {
        this.pipelines = pipelines;
        this.pool = pool;
    }

    /** All pipelines and the threads they share. */
    @ReadOperation
    public Application application() {
        return new Application(
                pipelines.all().stream().map(PipelineReport::of).toList(),
                new Admission(pool.active(), pool.answers(), pool.queued(), pool.waiting(), pool.rejected()));
    }

    /** The pipeline of the bean {@code bean}; nothing if there is none. */
    @ReadOperation
    public @Nullable PipelineReport pipeline(@Selector String bean) {
        return pipelines.all().stream()
                .filter(pipeline -> pipeline.bean().equals(bean))
                .map(PipelineReport::of)
                .findFirst()
                .orElse(null);
    }

    /**
     * What the endpoint shows.
     *
     * @param pipelines the pipelines
     * @param admission their threads
     */
    public record Application(List<PipelineReport> pipelines, Admission admission) {}

    /**
     * The threads that pipelines share.
     *
     * @param answering answers being decoded
     * @param answers most answers decoded at once
     * @param waiting answers that wait
     * @param places most answers that wait
     * @param rejected answers rejected since the start
     */
    public record Admission(int answering, int answers, int waiting, int places, long rejected) {}
}

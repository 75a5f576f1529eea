package dev.specula.plan;

import dev.specula.denoise.Condition;
import dev.specula.denoise.Denoiser;
import dev.specula.denoise.DenoisingRun;
import dev.specula.noise.Noise;
import dev.specula.token.Schedule;

/**
 * A generated denoising pipeline as tools see it, whatever its modality. The base class that a contract names implements it but
 * for {@link #denoise}, which the generator writes. Thread-safe.
 */
public interface DenoisingPipeline {
    /** What it does. */
    PipelineDescription description();

    /** How much is drafted; a fixed schedule makes a state a function of its seed. */
    Schedule schedule();

    /** The denoiser that a run is made over; the caller closes it. */
    Denoiser open(Condition condition);

    /**
     * Takes all steps on the calling thread: runs rounds for as long as {@code run} goes on. A run over a schedule of 0 states is
     * the plain sampler.
     *
     * @param condition that the run's denoiser was opened with
     */
    void denoise(Condition condition, DenoisingRun run, Noise noise);
}

package dev.specula.diffusion;

import dev.specula.Contract;
import dev.specula.Modality;
import dev.specula.denoise.DenoiserSpec;
import dev.specula.denoise.StepListener;
import dev.specula.plan.PipelineDescription;

/**
 * Draws states from a denoising model. Thread-safe; a state is drawn on the thread that asks.
 *
 * <pre>{@code
 * Denoised path = paths.draw(DenoisingRequest.of(Condition.of(observation), 7));
 * }</pre>
 *
 * <p>A condition is numbers, so this is the contract of every denoising model, whatever it reads.
 */
@Contract(
        emits = {Modality.IMAGE, Modality.POINTS, Modality.ACTION},
        pipeline = StatePipeline.class)
public interface Denoising {
    /** What stands behind this object. */
    PipelineDescription description();

    /** Constants of its model. */
    DenoiserSpec model();

    /**
     * Draws while {@code listener} hears how far it has come, the clean estimate being a preview. It stops within a round when
     * the thread is interrupted (which stays so); the result is then marked as partial.
     *
     * @throws IllegalArgumentException if the model takes conditions of another size, or cannot be guided
     */
    Denoised draw(DenoisingRequest request, StepListener listener);

    /** Draws in one piece. */
    default Denoised draw(DenoisingRequest request) {
        return draw(request, StepListener.NONE);
    }
}

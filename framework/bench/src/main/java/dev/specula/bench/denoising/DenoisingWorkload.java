package dev.specula.bench.denoising;

import dev.specula.denoise.DenoiserSpec;
import java.util.List;

/** What denoising models of one kind are tried on; found through {@link java.util.ServiceLoader}. */
public interface DenoisingWorkload {
    /** Whether it has tasks for {@code model}. */
    boolean fits(DenoiserSpec model);

    /** The first {@code count} tasks of an endless list, always the same ones. */
    List<DenoisingTask> tasks(DenoiserSpec model, int count);
}

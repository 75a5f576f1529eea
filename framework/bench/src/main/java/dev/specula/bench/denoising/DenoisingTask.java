package dev.specula.bench.denoising;

import dev.specula.denoise.Condition;
import java.util.Map;

/** Something to draw, and a program that tells how it came out. */
public interface DenoisingTask {
    /** What the model is told. */
    Condition condition();

    /** Numbers to be averaged, by what they tell; mostly 1 for right and 0 for wrong. */
    Map<String, Double> judge(double[] state);
}

package dev.specula.codegen.standin;

import dev.specula.Contract;
import dev.specula.Modality;

/** Says how a hand comes to a point. */
@Contract(accepts = Modality.POINTS, emits = Modality.ACTION, pipeline = PathPipeline.class)
public interface PathsOfPoints {
    /** A path, of as many numbers as the model's states have. */
    double[] path(float point, long seed);

    /** The path that the plain sampler draws. */
    double[] plainPath(float point, long seed);

    /** Calls of the network for the last path. */
    long calls();
}

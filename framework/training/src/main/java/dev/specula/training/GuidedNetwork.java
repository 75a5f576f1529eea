package dev.specula.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import dev.specula.training.data.TileExamples;
import dev.specula.training.model.VelocityNetwork;

/**
 * A network pushed away from what it says when told nothing (classifier-free guidance, Ho and Salimans 2022).
 *
 * @param scale 1 is the network itself
 */
record GuidedNetwork(VelocityNetwork network, double scale) implements VelocityNetwork {

    @Override
    public Shape states(long count) {
        return network.states(count);
    }

    @Override
    public int conditions() {
        return network.conditions();
    }

    @Override
    public NDArray velocity(NDArray states, NDArray times, NDArray condition) {
        NDArray told = network.velocity(states, times, condition);
        NDArray untold = network.velocity(states, times, condition.mul(0).add(TileExamples.NOTHING));
        return untold.add(told.sub(untold).mul(scale));
    }
}

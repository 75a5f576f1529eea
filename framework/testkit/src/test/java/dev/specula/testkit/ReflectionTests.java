package dev.specula.testkit;

import dev.specula.denoise.Coupling;
import dev.specula.denoise.Reflection;

class ReflectionTests extends CouplingContract {
    @Override
    protected Coupling coupling() {
        return new Reflection();
    }
}

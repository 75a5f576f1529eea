package dev.specula.testkit;

import dev.specula.denoise.Coupling;
import dev.specula.denoise.Redraw;

class RedrawTests extends CouplingContract {
    @Override
    protected Coupling coupling() {
        return new Redraw();
    }
}

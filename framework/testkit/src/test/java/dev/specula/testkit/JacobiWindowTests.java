package dev.specula.testkit;

import dev.specula.token.Draft;
import dev.specula.token.JacobiWindow;
import dev.specula.token.Prompt;
import dev.specula.token.Sampling;
import dev.specula.token.Source;

class JacobiWindowTests extends SourceContract {
    @Override
    protected Source<Draft> open(TableModel target, Prompt prompt, Sampling sampling) {
        return new JacobiWindow();
    }

    /** Its guesses are draws of the answer's own noise. */
    @Override
    protected boolean servesRatioRules() {
        return false;
    }
}

package dev.specula.testkit;

import dev.specula.token.ChainGrowth;
import dev.specula.token.Draft;
import dev.specula.token.ModelSource;
import dev.specula.token.Prompt;
import dev.specula.token.Sampling;
import dev.specula.token.Source;
import dev.specula.token.TreeGrowth;
import org.junit.jupiter.api.Nested;

class ModelSourceTests {
    @Nested
    class ChainTests extends SourceContract {
        @Override
        protected Source<Draft> open(TableModel target, Prompt prompt, Sampling sampling) {
            return new ModelSource(target.draft(.6, 51).open(prompt, sampling), new ChainGrowth(5));
        }
    }

    @Nested
    class TreeTests extends SourceContract {
        @Override
        protected Source<Draft> open(TableModel target, Prompt prompt, Sampling sampling) {
            return new ModelSource(target.draft(.6, 51).open(prompt, sampling), new TreeGrowth(5, .5, .3));
        }
    }
}

package dev.specula.testkit;

import dev.specula.token.Prompt;
import dev.specula.token.Sampling;
import dev.specula.token.Sequence;
import org.junit.jupiter.api.Nested;

class TableSequenceTests {
    @Nested
    class OneLaneTests extends SequenceContract {
        private final TableModel model = TableModel.of(5, 41);

        @Override
        protected Sequence open(Prompt prompt, Sampling sampling) {
            return new TableSequence(model, prompt, context(), sampling);
        }

        @Override
        protected int tokens() {
            return 5;
        }

        @Override
        protected int context() {
            return 96;
        }
    }

    @Nested
    class TwoLanesTests extends SequenceContract {
        private final TableModel model = TableModel.ofLanes(4, 2, 42);

        @Override
        protected Sequence open(Prompt prompt, Sampling sampling) {
            return new TableSequence(model, prompt, context(), sampling);
        }

        @Override
        protected int tokens() {
            return 4;
        }

        @Override
        protected int lanes() {
            return 2;
        }

        @Override
        protected int context() {
            return 96;
        }
    }
}

package dev.specula.bench.measure;

import dev.specula.Modality;
import dev.specula.model.CausalModel;
import dev.specula.model.ModelSpec;
import dev.specula.model.Passes;
import dev.specula.model.RowEncoder;
import dev.specula.model.View;
import dev.specula.model.Vocabulary;
import dev.specula.noise.Law;
import dev.specula.token.Draft;
import dev.specula.token.Grammar;
import dev.specula.token.Pass;
import dev.specula.token.Prompt;
import dev.specula.token.Sampling;
import dev.specula.token.Sequence;
import dev.specula.token.Verdict;
import java.util.Optional;

/**
 * A draft model that takes as long as the one behind it and knows nothing: its tokens are mixed up, as if its weights were
 * random. Closing it does nothing: the model belongs to its owner.
 */
final class UselessDraft implements CausalModel {
    private final CausalModel draft;
    private final int shift;

    UselessDraft(CausalModel draft) {
        this.draft = draft;
        this.shift = draft.spec().vocabulary() / 2;
    }

    @Override
    public ModelSpec spec() {
        return draft.spec();
    }

    @Override
    public Vocabulary vocabulary() {
        return draft.vocabulary();
    }

    @Override
    public int[] endTokens() {
        return draft.endTokens();
    }

    @Override
    public View view() {
        return draft.view();
    }

    @Override
    public Sequence open(Prompt prompt, Sampling sampling, Passes passes) {
        return new MixedUpSequence(draft.open(prompt, sampling, passes));
    }

    @Override
    public Optional<RowEncoder> encoder(Modality modality) {
        return draft.encoder(modality);
    }

    @Override
    public Optional<RowEncoder> connector() {
        return draft.connector();
    }

    @Override
    public void close() {
        // The draft belongs to its owner.
    }

    private final class MixedUpSequence implements Sequence {
        private final Sequence sequence;

        MixedUpSequence(Sequence sequence) {
            this.sequence = sequence;
        }

        @Override
        public Pass pass(Draft nodes) {
            Pass pass = sequence.pass(nodes);
            return new Pass() {
                @Override
                public int rows() {
                    return pass.rows();
                }

                @Override
                public void logits(int node, int lane, float[] into) {
                    pass.logits(node, lane, into); // nobody mixes it with another model
                }

                @Override
                public Law law(int node, int lane) {
                    return new MixedUpLaw(pass.law(node, lane), shift);
                }
            };
        }

        @Override
        public void settle(Draft nodes, Verdict kept) {
            sequence.settle(nodes, kept);
        }

        @Override
        public int length() {
            return sequence.length();
        }

        @Override
        public int computed() {
            return sequence.computed();
        }

        @Override
        public int lanes() {
            return sequence.lanes();
        }

        @Override
        public int vocabulary() {
            return sequence.vocabulary();
        }

        @Override
        public Grammar grammar() {
            return sequence.grammar();
        }

        @Override
        public int state() {
            return sequence.state();
        }

        @Override
        public int token(int column, int lane) {
            return sequence.token(column, lane);
        }

        @Override
        public void append(int[] column) {
            sequence.append(column);
        }

        @Override
        public void rewindTo(int length) {
            sequence.rewindTo(length);
        }

        @Override
        public void close() {
            sequence.close();
        }
    }

    /** Gives each token the probability of another. */
    private record MixedUpLaw(Law law, int shift) implements Law {
        @Override
        public int size() {
            return law.size();
        }

        @Override
        public double prob(int token) {
            return law.prob((token + shift) % law.size());
        }

        @Override
        public int support() {
            return law.support();
        }

        @Override
        public int supported(int index) {
            return Math.floorMod(law.supported(index) - shift, law.size());
        }
    }
}

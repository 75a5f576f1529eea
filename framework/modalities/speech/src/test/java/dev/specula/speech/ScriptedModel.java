package dev.specula.speech;

import dev.specula.Modality;
import dev.specula.model.CausalModel;
import dev.specula.model.ModelSpec;
import dev.specula.model.Passes;
import dev.specula.model.RowEncoder;
import dev.specula.model.View;
import dev.specula.model.Vocabulary;
import dev.specula.token.CachedSequence;
import dev.specula.token.Feed;
import dev.specula.token.Prompt;
import dev.specula.token.Sampling;
import dev.specula.token.Sequence;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** A model of speech that says what it was told to say of each window, in the order in which it hears them. */
final class ScriptedModel implements CausalModel {
    private static final int CONTEXT = 64;

    private final ToyVocabulary vocabulary = new ToyVocabulary(101);
    private final AtomicInteger heard = new AtomicInteger();
    private final List<int[]> scripts;

    ScriptedModel(int[]... scripts) {
        this.scripts = Arrays.asList(scripts);
    }

    /** Windows that were encoded. */
    int windows() {
        return heard.get();
    }

    @Override
    public ModelSpec spec() {
        return new ModelSpec("scripted", vocabulary.size(), 1, 1, CONTEXT, "f32", 1, 1);
    }

    @Override
    public Vocabulary vocabulary() {
        return vocabulary;
    }

    @Override
    public int[] endTokens() {
        return new int[] {ToyVocabulary.END};
    }

    @Override
    public View view() {
        return View.ALL;
    }

    @Override
    public int[] generation(String key) {
        return key.equals("suppress_tokens") ? new int[] {ToyVocabulary.BRACKET} : new int[0];
    }

    @Override
    public Optional<RowEncoder> connector() {
        return Optional.empty();
    }

    @Override
    public Optional<RowEncoder> encoder(Modality modality) {
        return Optional.of(new RowEncoder() {
            @Override
            public int[] inputShape() {
                return new int[] {ToyModel.BINS, ToyModel.SECONDS * 100};
            }

            @Override
            public int rows() {
                return 1;
            }

            @Override
            public int width() {
                return 1;
            }

            @Override
            public FloatBuffer encode(FloatBuffer input) {
                return FloatBuffer.wrap(new float[] {heard.getAndIncrement()});
            }
        });
    }

    @Override
    public Sequence open(Prompt prompt, Sampling sampling, Passes passes) {
        int window = (int) Objects.requireNonNull(prompt.memory()).get(0);
        return new Script(prompt, sampling, scripts.get(Math.min(window, scripts.size() - 1)));
    }

    @Override
    public void close() {
        // Holds nothing.
    }

    private final class Script extends CachedSequence {
        private final int[] script;
        private final int[] positions = new int[2 * CONTEXT]; // (cache rows,)
        private final int prompt;
        private int first;

        Script(Prompt prompt, Sampling sampling, int[] script) {
            super(prompt, vocabulary.size(), CONTEXT, sampling);
            this.prompt = prompt.length();
            this.script = script;
        }

        @Override
        protected void compute(Feed feed) {
            first = feed.first();
            for (int row = 0; row < feed.rows(); row++) {
                positions[feed.first() + row] = feed.position(row);
            }
        }

        @Override
        protected void readLogits(int row, int lane, float[] into) {
            int next = positions[first + row] + 1 - prompt;
            Arrays.fill(into, 0);
            into[ToyVocabulary.GERMAN] = 9; // is asked for before the answer
            into[next >= 0 && next < script.length ? script[next] : ToyVocabulary.END] = 50;
        }

        @Override
        protected void moveRow(int from, int to) {
            positions[to] = positions[from];
        }

        @Override
        public void close() {
            // Holds nothing.
        }
    }
}

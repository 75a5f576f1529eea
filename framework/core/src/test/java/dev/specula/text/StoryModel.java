package dev.specula.text;

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
import java.util.Arrays;
import java.util.Optional;

/** A model that tells a story: after so many letters of any text it goes on where the story is after as many. */
final class StoryModel implements CausalModel {
    private static final int CONTEXT = 200;

    private final PieceVocabulary vocabulary;
    private final String story;
    private int rows;

    StoryModel(String story, PieceVocabulary vocabulary) {
        this.story = story;
        this.vocabulary = vocabulary;
    }

    /** Rows that all its sequences have computed. */
    int rows() {
        return rows;
    }

    @Override
    public ModelSpec spec() {
        return new ModelSpec("story", vocabulary.size(), 1, 1, CONTEXT, "f32", 1, 1);
    }

    @Override
    public Vocabulary vocabulary() {
        return vocabulary;
    }

    @Override
    public int[] endTokens() {
        return new int[] {vocabulary.end()};
    }

    @Override
    public View view() {
        return View.ALL;
    }

    @Override
    public Optional<RowEncoder> encoder(Modality modality) {
        return Optional.empty();
    }

    @Override
    public Optional<RowEncoder> connector() {
        return Optional.empty();
    }

    @Override
    public Sequence open(Prompt prompt, Sampling sampling, Passes passes) {
        return new Telling(prompt, sampling);
    }

    @Override
    public void close() {
        // Holds nothing.
    }

    private final class Telling extends CachedSequence {
        private final int prompt;
        private final int[] tokens = new int[2 * CONTEXT]; // (cache rows,)
        private int first;

        Telling(Prompt prompt, Sampling sampling) {
            super(prompt, vocabulary.size(), CONTEXT, sampling);
            this.prompt = prompt.length();
        }

        @Override
        protected void compute(Feed feed) {
            first = feed.first();
            rows += feed.rows();
            for (int row = 0; row < feed.rows(); row++) {
                tokens[first + row] = feed.token(row, 0);
            }
        }

        @Override
        protected void readLogits(int row, int lane, float[] into) {
            String told = vocabulary.decode(Arrays.copyOfRange(tokens, prompt, Math.max(prompt, first + row + 1)));
            Arrays.fill(into, 0);
            into[
                    told.length() < story.length()
                            ? vocabulary.encode(story.substring(told.length()))[0]
                            : vocabulary.end()] = 50;
        }

        @Override
        protected void moveRow(int from, int to) {
            tokens[to] = tokens[from];
        }

        @Override
        public void close() {
            // Holds nothing.
        }
    }
}

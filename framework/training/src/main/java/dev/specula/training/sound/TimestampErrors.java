package dev.specula.training.sound;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;

/** How far the timestamps after sentences are from where these end. Not thread-safe. */
public final class TimestampErrors {

    private final SpeechVocabulary vocabulary;
    private int ends;
    private int exact;
    private int near;

    /** No answers yet. */
    public TimestampErrors(SpeechVocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /**
     * Adds {@code answer} to {@code clip}. One without timestamps does not count; in one that has more or fewer sentences than the
     * clip, none is right.
     */
    public void add(Clip clip, int[] answer) {
        if (Arrays.stream(answer).noneMatch(this::isTimestamp)) {
            return;
        }
        int[] wanted = clip.sentences().stream()
                .filter(Sentence::whole)
                .mapToInt(sentence -> vocabulary.timestamp(sentence.end()))
                .toArray();
        int[] said = IntStream.range(1, answer.length)
                .filter(place -> isTimestamp(answer[place]) && answer[place - 1] < vocabulary.end())
                .map(place -> answer[place])
                .toArray();
        ends += wanted.length;
        for (int sentence = 0; said.length == wanted.length && sentence < wanted.length; sentence++) {
            int apart = Math.abs(said[sentence] - wanted[sentence]);
            exact += apart == 0 ? 1 : 0;
            near += apart <= SpeechVocabulary.ROUNDED_TO ? 1 : 0;
        }
    }

    private boolean isTimestamp(int token) {
        return token >= vocabulary.timestamp(0);
    }

    /** Share of the sentences that end at the very tenth of a second that was said; 0 where there were none. */
    public double exact() {
        return ends == 0 ? 0 : exact / (double) ends;
    }

    /** Share of those that end there or a tenth before or after it; 0 where there were none. */
    public double near() {
        return ends == 0 ? 0 : near / (double) ends;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.4f exact, %.4f within a tenth (of %d)", exact(), near(), ends);
    }
}

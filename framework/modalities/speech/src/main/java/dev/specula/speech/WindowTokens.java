package dev.specula.speech;

import dev.specula.media.LogMel;
import dev.specula.model.Vocabulary;
import dev.specula.token.HeardTokens;
import dev.specula.token.Origin;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * The tokens of one window, cut into segments as they come: a segment is known when the timestamp after its end is said. What
 * follows the last pair of timestamps is left to the next window, unless a timestamp ends it.
 */
final class WindowTokens extends HeardTokens {
    private static final int SAMPLES_PER_TIMESTAMP = (int) Math.round(SpeechTokens.RESOLUTION * LogMel.RATE);

    private final SpeechTokens marks;
    private final Vocabulary vocabulary;
    private final SoundWindow window;
    private final Timestamps timestamps;
    private final Predicate<Segment> listener; // whether to go on
    private int cut; // tokens that belong to segments

    WindowTokens(
            SpeechTokens marks,
            Vocabulary vocabulary,
            SoundWindow window,
            Timestamps timestamps,
            Predicate<Segment> listener) {
        this.marks = marks;
        this.vocabulary = vocabulary;
        this.window = window;
        this.timestamps = timestamps;
        this.listener = listener;
    }

    @Override
    public void committed(int[] column, Origin origin) {
        boolean follows = length() > 0 && marks.isTimestamp(last());
        super.committed(column, origin);
        if (timestamps == Timestamps.SEGMENTS && follows && marks.isTimestamp(column[0])) {
            say(cut, length() - 1);
            cut = length() - 1;
        }
    }

    /** Says what is left to say, and returns how far the next window is from this one, in samples. */
    int end() {
        int[] said = tokens();
        int length = said.length > 0 && said[said.length - 1] == marks.end() ? said.length - 1 : said.length;
        boolean ended = length > cut + 1 && marks.isTimestamp(said[length - 1]);
        if (cut == 0 || ended) {
            say(cut, length);
            return window.length();
        }
        int steps = said[cut - 1] - marks.firstTimestamp();
        return Math.min(window.length(), Math.max(1, steps) * SAMPLES_PER_TIMESTAMP);
    }

    private void say(int from, int to) {
        int[] said = tokens(from, to);
        int[] words = IntStream.of(said).filter(token -> token < marks.end()).toArray();
        String text = vocabulary.decode(words).strip();
        if (text.isEmpty()) {
            return;
        }
        Origin[] all = origins();
        List<Origin> origins = IntStream.range(from, to)
                .filter(i -> said[i - from] < marks.end())
                .mapToObj(i -> all[i])
                .toList();
        Segment segment = new Segment(start(said), end(said), text, Pieces.of(vocabulary, words, origins));
        if (!listener.test(segment)) {
            cancel();
        }
    }

    private Duration start(int[] said) {
        return at(marks.isTimestamp(said[0]) ? samples(said[0]) : 0);
    }

    /** The last timestamp after words; the end of the window where there is none. */
    private Duration end(int[] said) {
        int[] times =
                Arrays.stream(said, 1, said.length).filter(marks::isTimestamp).toArray();
        return at(times.length == 0 ? window.length() : samples(times[times.length - 1]));
    }

    private int samples(int timestamp) {
        return Math.min(window.length(), (timestamp - marks.firstTimestamp()) * SAMPLES_PER_TIMESTAMP);
    }

    private Duration at(int samples) {
        return Duration.ofNanos((window.start() + samples) * 1_000_000_000L / LogMel.RATE);
    }
}

package dev.specula.training.sound;

import dev.specula.blocks.tokens.BlocksTokenizer;
import dev.specula.blocks.tokens.SpecialToken;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Words, then the marks of Whisper's decoder, then a timestamp every 20 ms of a window, as in Whisper. Threads must not share an
 * instance.
 */
public final class SpeechVocabulary {

    /** Steps between timestamps that are said: nobody needs to know an end closer than a tenth of a second. */
    static final int ROUNDED_TO = 5;

    private static final List<String> MARKS = List.of(
            "<|endoftext|>",
            "<|startoftranscript|>",
            "<|en|>",
            "<|translate|>",
            "<|transcribe|>",
            "<|startofprev|>",
            "<|notimestamps|>");
    private static final int TIMESTAMPS_PER_SECOND = 50;

    private final BlocksTokenizer tokenizer = BlocksTokenizer.spoken();

    /** The tokens that stand for text. */
    public BlocksTokenizer tokenizer() {
        return tokenizer;
    }

    /** How many tokens there are. */
    public int size() {
        return words() + further().size();
    }

    /** Tokens that stand for text: all before {@link #end()}. */
    public int words() {
        return tokenizer.size();
    }

    /** The first token that stands for text; those before it are marks that no speech holds. */
    public int firstWord() {
        return SpecialToken.values().length;
    }

    /** Ends every answer. */
    public int end() {
        return mark(0);
    }

    public int start() {
        return mark(1);
    }

    public int english() {
        return mark(2);
    }

    public int transcribe() {
        return mark(4);
    }

    /** Begins words that were said before. */
    public int previous() {
        return mark(5);
    }

    public int withoutTimestamps() {
        return mark(6);
    }

    /** The timestamp nearest to {@code seconds}, of those a tenth of a second apart. */
    public int timestamp(double seconds) {
        long step = Math.round(seconds * TIMESTAMPS_PER_SECOND / ROUNDED_TO) * ROUNDED_TO;
        return mark(MARKS.size()) + Math.toIntExact(Math.min(step, (long) TIMESTAMPS_PER_SECOND * Clip.SECONDS));
    }

    private int mark(int number) {
        return tokenizer.size() + number;
    }

    /** The texts of the tokens after the words, in order. */
    public List<String> further() {
        List<String> further = new ArrayList<>(MARKS);
        Stream.iterate(0, step -> step <= TIMESTAMPS_PER_SECOND * Clip.SECONDS, step -> step + 1)
                .map(step -> String.format(Locale.ROOT, "<|%.2f|>", (double) step / TIMESTAMPS_PER_SECOND))
                .forEach(further::add);
        return further;
    }
}

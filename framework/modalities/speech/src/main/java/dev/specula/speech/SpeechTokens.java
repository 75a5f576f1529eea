package dev.specula.speech;

import dev.specula.model.CausalModel;
import dev.specula.model.IncompatibleModelsException;
import dev.specula.model.Vocabulary;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The tokens with a meaning of a model in the manner of Whisper (Radford et al. 2022, arXiv:2212.04356). Words come first,
 * then the end, the start, languages, tasks and other marks, and last the timestamps, {@link #RESOLUTION} seconds apart.
 */
final class SpeechTokens {
    /** Seconds from one timestamp to the next. */
    static final double RESOLUTION = 0.02;

    /** The language of models that know one. */
    static final String ENGLISH = "en";

    private static final Pattern LANGUAGE = Pattern.compile("<\\|([a-z]{2,3})\\|>");
    private static final int ENGLISH_ALONE = 51_864; // tokens of published models of one language
    private static final int USUAL_LAST_START = 50; // a text starts within its first second

    private final Vocabulary vocabulary;
    private final String model;
    private final int end;
    private final int start;
    private final Map<Task, Integer> tasks = new EnumMap<>(Task.class);
    private final int previous;
    private final int withoutTimestamps;
    private final int size;
    private final int lastStart;
    private final Map<String, Integer> languages = new LinkedHashMap<>();
    private final int[] neverSaid;
    private final int[] neverFirst;

    /**
     * The tokens of {@code model}.
     *
     * @throws IncompatibleModelsException naming the special token that it lacks
     */
    SpeechTokens(CausalModel model) {
        this.vocabulary = model.promptVocabulary();
        this.model = model.spec().name();
        this.size = model.spec().vocabulary();
        end = special("<|endoftext|>");
        start = special("<|startoftranscript|>");
        previous = special("<|startofprev|>");
        withoutTimestamps = special("<|notimestamps|>");
        for (Task task : Task.values()) {
            tasks.put(task, special(task.token()));
        }
        lastStart = Arrays.stream(model.generation("max_initial_timestamp_index"))
                .findFirst()
                .orElse(USUAL_LAST_START);
        if (isOfManyLanguages(model)) {
            readLanguages();
        }
        neverSaid = neverSaid(model.generation("suppress_tokens"));
        neverFirst = neverFirst(model.generation("begin_suppress_tokens"));
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }

    private int special(String token) {
        return vocabulary
                .id(token)
                .orElseThrow(() ->
                        new IncompatibleModelsException("A model that writes down speech must have the token \"" + token
                                + "\", but \"" + model + "\" has none; use a checkpoint in the manner of Whisper."));
    }

    private boolean isOfManyLanguages(CausalModel checkpoint) {
        int[] told = checkpoint.generation("is_multilingual");
        return told.length == 0 ? size != ENGLISH_ALONE : told[0] == 1;
    }

    private void readLanguages() {
        for (int id = start + 1; id < Math.min(task(Task.TRANSLATE), task(Task.TRANSCRIBE)); id++) {
            Matcher language = LANGUAGE.matcher(vocabulary.token(id));
            if (language.matches()) {
                languages.put(language.group(1), id);
            }
        }
    }

    /** The checkpoint's own list, or all tokens that write no speech; in either case the marks that only a prompt holds. */
    private int[] neverSaid(int[] listed) {
        boolean tells = listed.length > 0 && listed[0] >= 0; // -1 is how a checkpoint asks for the usual ones
        TreeSet<Integer> all = new TreeSet<>(tells ? List.of() : NonSpeechTokens.of(vocabulary));
        Arrays.stream(listed).filter(token -> token >= 0).forEach(all::add);
        all.addAll(List.of(start, previous, task(Task.TRANSCRIBE), task(Task.TRANSLATE)));
        for (String mark : List.of("<|startoflm|>", "<|nospeech|>", "<|nocaptions|>")) {
            vocabulary.id(mark).ifPresent(all::add);
        }
        return all.stream().mapToInt(Integer::intValue).toArray();
    }

    private int[] neverFirst(int[] listed) {
        return listed.length > 0
                ? listed
                : IntStream.concat(Arrays.stream(vocabulary.encode(" ")), IntStream.of(end))
                        .toArray();
    }

    /** Number of tokens, timestamps included. */
    int size() {
        return size;
    }

    /** Says that there is no more; the words are the tokens before it. */
    int end() {
        return end;
    }

    /** Begins every prompt but for the words before. */
    int start() {
        return start;
    }

    /** Begins words that were said before. */
    int previous() {
        return previous;
    }

    /** Asks for {@code wanted}. */
    int task(Task wanted) {
        return Objects.requireNonNull(tasks.get(wanted));
    }

    /** Asks for text alone. */
    int withoutTimestamps() {
        return withoutTimestamps;
    }

    /** The timestamp of second 0; all tokens from here on are timestamps. */
    int firstTimestamp() {
        return withoutTimestamps + 1;
    }

    /** Whether {@code token} is a timestamp. */
    boolean isTimestamp(int token) {
        return token >= firstTimestamp();
    }

    /** Seconds that the timestamp {@code token} stands for. */
    double seconds(int token) {
        return (token - firstTimestamp()) * RESOLUTION;
    }

    /** The last timestamp that an answer may begin with. */
    int lastStart() {
        return Math.min(firstTimestamp() + lastStart, size - 1);
    }

    /** The token of the language {@code code}, for example {@code de}. */
    OptionalInt language(String code) {
        Integer id = languages.get(code);
        return id == null ? OptionalInt.empty() : OptionalInt.of(id);
    }

    /** Languages by code, in the order of their tokens; none for a model of one language, whose prompts name neither language nor task. */
    Map<String, Integer> languages() {
        return languages;
    }

    /** Tokens that no answer holds, ascending. */
    int[] neverSaid() {
        return neverSaid.clone();
    }

    /** Tokens that no answer begins with. */
    int[] neverFirst() {
        return neverFirst.clone();
    }
}

package dev.specula.training.sound;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Sentences to read aloud, from folders of plain English text. A paragraph ends at an empty line or one that holds only {@code %}. What
 * a voice would stumble over is left out: other signs than letters and the usual punctuation, capitals throughout, three words or
 * fewer, more than forty. Every folder is drawn from equally often; one that is given twice, twice as often.
 */
public final class Passages {

    /** Two parts that share no sentence. */
    public enum Part {
        /** Nineteen sentences of twenty. */
        LEARNT,
        /** The others. */
        HELD_OUT
    }

    private static final int LEAST_WORDS = 4;
    private static final int MOST_WORDS = 40;
    private static final int HELD_OUT_ONCE_IN = 20;
    private static final Pattern PARAGRAPH_END = Pattern.compile("\\R[ \\t]*(?:%[ \\t]*)?(?:\\R|$)");
    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[a-z]{2}[.!?]['\")]{0,2})\\s+(?=[\"'(]?[A-Z])");
    private static final Pattern SAYABLE = Pattern.compile("[\"'(]?[A-Z][A-Za-z ,;:'\"()!?.-]*[.!?]['\")]*");
    private static final Pattern SHOUTED = Pattern.compile(".*\\b[A-Z]{3,}\\b.*");

    private final List<List<String>> folders;

    private Passages(List<List<String>> folders) {
        this.folders = folders;
    }

    /**
     * The sentences of {@code part} in all files below each of {@code folders}.
     *
     * @throws IllegalArgumentException if there are none in a folder
     */
    public static Passages of(List<Path> folders, Part part) throws IOException {
        List<List<String>> all = new ArrayList<>();
        for (Path folder : folders) {
            List<String> sentences = new ArrayList<>();
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                    sentences.addAll(sentences(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)));
                }
            }
            sentences.removeIf(sentence -> partOf(sentence) != part);
            if (sentences.isEmpty()) {
                throw new IllegalArgumentException("The folder \"" + folder + "\" holds no English sentences; give one"
                        + " with text files, for example of a novel.");
            }
            all.add(sentences);
        }
        return new Passages(all);
    }

    /** Every sentence of {@code text} that can be read aloud. */
    static List<String> sentences(String text) {
        List<String> sentences = new ArrayList<>();
        for (String paragraph : PARAGRAPH_END.split(text, -1)) {
            for (String sentence : SENTENCE_END.split(paragraph.strip(), -1)) {
                String plain = sentence.replace("--", ", ")
                        .replace("_", "")
                        .replaceAll("\\s+", " ")
                        .replace(" ,", ",");
                if (isSayable(plain)) {
                    sentences.add(plain);
                }
            }
        }
        return sentences;
    }

    private static boolean isSayable(String sentence) {
        int words = sentence.split(" ", -1).length;
        return words >= LEAST_WORDS
                && words <= MOST_WORDS
                && SAYABLE.matcher(sentence).matches()
                && !SHOUTED.matcher(sentence).matches();
    }

    /** A function of the sentence alone: the same one is never in both parts. */
    private static Part partOf(String sentence) {
        return Math.floorMod(Arrays.hashCode(sentence.toCharArray()), HELD_OUT_ONCE_IN) == 0
                ? Part.HELD_OUT
                : Part.LEARNT;
    }

    /** All of them. */
    public List<String> all() {
        return folders.stream().flatMap(List::stream).toList();
    }

    /** How many there are. */
    public int size() {
        return folders.stream().mapToInt(List::size).sum();
    }

    /** A sentence, and those that follow it in its file until {@code count} are found. */
    List<String> following(Random random, int count) {
        List<String> folder = folders.get(random.nextInt(folders.size()));
        int first = random.nextInt(folder.size());
        return folder.subList(first, Math.min(folder.size(), first + count));
    }
}

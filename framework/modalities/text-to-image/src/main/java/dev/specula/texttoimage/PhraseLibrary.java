package dev.specula.texttoimage;

import dev.specula.model.CausalModel;
import dev.specula.model.IncompatibleModelsException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Runs of tokens that occur often, in a trie. Mined once from the sequences of training pictures, and stored with the model as
 * the table {@value #TABLE}. Immutable.
 */
public final class PhraseLibrary {
    /** Name of the table that is stored with a model. */
    public static final String TABLE = "phrases";

    /** No phrases. */
    public static final PhraseLibrary EMPTY = new PhraseLibrary(List.of());

    private final List<int[]> phrases;
    private final Map<Long, Integer> children = new HashMap<>(); // (node, token) to node; 0 is the root
    private final List<Boolean> ends = new ArrayList<>(List.of(false)); // (nodes,) whether a phrase ends here
    private final List<Integer> deepest =
            new ArrayList<>(List.of(0)); // (nodes,) tokens of the longest phrase through here

    private PhraseLibrary(List<int[]> phrases) {
        this.phrases = phrases;
        phrases.forEach(this::add);
    }

    /**
     * That of {@code model}.
     *
     * @throws IncompatibleModelsException if none is stored with it
     */
    public static PhraseLibrary of(CausalModel model) {
        return model.table(TABLE)
                .map(PhraseLibrary::read)
                .orElseThrow(() -> new IncompatibleModelsException("A rule for phrases must have some, but \""
                        + model.spec().name() + "\" has no table \"" + TABLE
                        + "\"; mine it with PhraseLibrary.mined and store it with the weights."));
    }

    /**
     * The runs of 2 to {@code longest} tokens that occur at least {@code leastCount} times in {@code sequences}, of these the
     * {@code most} most frequent.
     */
    public static PhraseLibrary mined(List<int[]> sequences, int longest, int leastCount, int most) {
        if (longest < 2 || leastCount < 1 || most < 0) {
            throw new IllegalArgumentException(
                    "phrases must have at least 2 tokens and occur at least once, but longest was " + longest
                            + ", leastCount " + leastCount + " and most " + most + ".");
        }
        Map<List<Integer>, Integer> counts = new HashMap<>();
        for (int[] sequence : sequences) {
            for (int length = 2; length <= longest; length++) {
                for (int from = 0; from + length <= sequence.length; from++) {
                    counts.merge(
                            IntStream.range(from, from + length)
                                    .mapToObj(i -> sequence[i])
                                    .toList(),
                            1,
                            Integer::sum);
                }
            }
        }
        return new PhraseLibrary(counts.entrySet().stream()
                .filter(entry -> entry.getValue() >= leastCount)
                .sorted(Map.Entry.<List<Integer>, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(entry -> entry.getKey().toString(), Comparator.naturalOrder()))
                .limit(most)
                .map(entry ->
                        entry.getKey().stream().mapToInt(Integer::intValue).toArray())
                .toList());
    }

    /** The library in {@code bytes}, as {@link #write} makes it. */
    public static PhraseLibrary read(ByteBuffer bytes) {
        ByteBuffer from = bytes.duplicate();
        List<int[]> phrases = new ArrayList<>();
        for (int left = from.getInt(); left > 0; left--) {
            int[] phrase = new int[from.getInt()];
            for (int i = 0; i < phrase.length; i++) {
                phrase[i] = from.getInt();
            }
            phrases.add(phrase);
        }
        return new PhraseLibrary(phrases);
    }

    /** The library as bytes. */
    public ByteBuffer write() {
        int tokens = phrases.stream().mapToInt(phrase -> phrase.length + 1).sum();
        ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES * (1 + tokens));
        bytes.putInt(phrases.size());
        for (int[] phrase : phrases) {
            bytes.putInt(phrase.length);
            for (int token : phrase) {
                bytes.putInt(token);
            }
        }
        return bytes.flip();
    }

    /** Number of phrases. */
    public int size() {
        return phrases.size();
    }

    /** Tokens of the longest phrase that {@code tokens} starts with; 0 if it starts with none. */
    public int longestMatch(int... tokens) {
        int node = 0;
        int longest = 0;
        for (int i = 0; i < tokens.length; i++) {
            Integer next = children.get(key(node, tokens[i]));
            if (next == null) {
                break;
            }
            node = next;
            longest = ends.get(node) ? i + 1 : longest;
        }
        return longest;
    }

    /** Most tokens that a phrase which starts with {@code token} goes on for; 0 if none does. */
    public int longestAfter(int token) {
        Integer node = children.get(key(0, token));
        return node == null ? 0 : deepest.get(node) - 1;
    }

    private void add(int[] phrase) {
        int node = 0;
        for (int token : phrase) {
            node = children.computeIfAbsent(key(node, token), unknown -> {
                ends.add(false);
                deepest.add(0);
                return ends.size() - 1;
            });
            deepest.set(node, Math.max(deepest.get(node), phrase.length));
        }
        ends.set(node, true);
    }

    private static long key(int node, int token) {
        return (long) node << Integer.SIZE | token;
    }
}

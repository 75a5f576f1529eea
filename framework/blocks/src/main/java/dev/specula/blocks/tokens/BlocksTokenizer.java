package dev.specula.blocks.tokens;

import dev.specula.blocks.scene.Scene;
import dev.specula.blocks.scene.Scenes;
import dev.specula.blocks.scene.SeedRange;
import dev.specula.blocks.text.Commands;
import dev.specula.blocks.text.Conversation;
import dev.specula.blocks.text.Exchange;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text to token ids and back. Lower-cases; what is not printable ASCII becomes {@link SpecialToken#UNK}. Text of the
 * blocks world comes back exactly, mostly one token a word. Threads must not share an instance: it remembers words.
 */
public final class BlocksTokenizer {

    /** The most tokens there may be. */
    public static final int MOST_TOKENS = 512;

    private static final int PADDED_TO = 16;

    private static final int SCENES_COUNTED = 3000;
    private static final int QUESTIONS_COUNTED = 6;
    private static final int COMMANDS_COUNTED = 3000;
    private static final Pattern WORD =
            Pattern.compile("'(?:[sdmt]|ll|ve|re)| ?\\p{L}+| ?\\p{N}+| ?[^\\s\\p{L}\\p{N}]+|\\s+(?!\\S)|\\s+");

    private final List<PairMerges.Merge> merges;
    private final Map<String, Integer> ids = new LinkedHashMap<>();
    private final List<String> tokens = new ArrayList<>();
    private final Map<String, int[]> remembered = new HashMap<>();

    private BlocksTokenizer(List<PairMerges.Merge> merges) {
        this.merges = merges;
        for (SpecialToken special : SpecialToken.values()) {
            add(special.text());
        }
        ByteAlphabet.lowerCaseAscii().forEach(this::add);
        merges.forEach(merge -> add(merge.merged()));
    }

    /** The tokenizer of the blocks world, always the same. Takes about a second. */
    public static BlocksTokenizer trained() {
        Map<String, Integer> counts = new TreeMap<>();
        for (int index = 0; index < SCENES_COUNTED; index++) {
            Scene scene = Scenes.scene(SeedRange.TOKENIZER.seed(index));
            count(Conversation.caption(scene, index), counts);
            Conversation.questions(scene, index, QUESTIONS_COUNTED).forEach(question -> count(question, counts));
        }
        return counted(counts);
    }

    /** The tokenizer of {@link Commands}, always the same: a word of theirs after a space is one token. */
    public static BlocksTokenizer spoken() {
        Map<String, Integer> counts = new TreeMap<>();
        for (int index = 0; index < COMMANDS_COUNTED; index++) {
            count(" " + String.join(" ", Commands.request(SeedRange.TOKENIZER.seed(index))), counts);
        }
        return counted(counts);
    }

    private static BlocksTokenizer counted(Map<String, Integer> counts) {
        int alphabet =
                SpecialToken.values().length + ByteAlphabet.lowerCaseAscii().size();
        return new BlocksTokenizer(PairMerges.learn(counts, MOST_TOKENS - alphabet));
    }

    private static void count(Exchange exchange, Map<String, Integer> counts) {
        count(exchange.request(), counts);
        count(exchange.answer(), counts);
    }

    private static void count(String text, Map<String, Integer> counts) {
        words(text).forEach(word -> counts.merge(word, 1, Integer::sum));
    }

    /** The ids of {@code text}, without any special token. */
    public int[] encode(String text) {
        return words(text).stream()
                .map(word -> remembered.computeIfAbsent(word, this::encodeWord))
                .flatMapToInt(Arrays::stream)
                .toArray();
    }

    /** The text of {@code ids}; special tokens are skipped. */
    public String decode(int... ids) {
        StringBuilder text = new StringBuilder();
        for (int id : ids) {
            if (id >= SpecialToken.values().length && id < tokens.size()) {
                text.append(tokens.get(id));
            }
        }
        return ByteAlphabet.decode(text.toString());
    }

    /** How many tokens there are, special ones included: at most {@link #MOST_TOKENS}. */
    public int size() {
        return tokens.size();
    }

    /** {@link #size()} rounded up to a multiple of 16: the rows of an embedding table. */
    public int paddedSize() {
        return (size() + PADDED_TO - 1) / PADDED_TO * PADDED_TO;
    }

    /** Every token's text in byte stand-ins, by id. */
    List<String> tokens() {
        return List.copyOf(tokens);
    }

    List<PairMerges.Merge> merges() {
        return List.copyOf(merges);
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(text.toLowerCase(Locale.ROOT));
        while (matcher.find()) {
            words.add(ByteAlphabet.encode(matcher.group()));
        }
        return words;
    }

    private int[] encodeWord(String word) {
        List<String> symbols = PairMerges.characters(word);
        for (PairMerges.Merge merge : merges) {
            symbols = PairMerges.apply(merge, symbols);
        }
        List<Integer> encoded = new ArrayList<>();
        for (String symbol : symbols) {
            int id = ids.getOrDefault(symbol, SpecialToken.UNK.id());
            boolean again = id == SpecialToken.UNK.id()
                    && !encoded.isEmpty()
                    && encoded.get(encoded.size() - 1) == SpecialToken.UNK.id();
            if (!again) {
                encoded.add(id);
            }
        }
        return encoded.stream().mapToInt(Integer::intValue).toArray();
    }

    private void add(String token) {
        if (ids.putIfAbsent(token, tokens.size()) == null) {
            tokens.add(token);
        }
    }
}

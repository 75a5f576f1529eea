package dev.specula.blocks.text;

import dev.specula.blocks.scene.BlockColour;
import dev.specula.blocks.scene.BlockShape;
import dev.specula.blocks.scene.BlockSize;
import dev.specula.blocks.scene.Region;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** What words mean, in either register. */
final class Lexicon {

    static final Map<String, BlockShape> SHAPES = meanings(BlockShape.values(), Voice::word);
    static final Map<String, BlockColour> COLOURS = meanings(BlockColour.values(), Voice::word);
    static final Map<String, BlockSize> SIZES = meanings(BlockSize.values(), Voice::word);
    static final Map<String, Region> REGIONS = meanings(Region.values(), (voice, region) -> Voice.word(region));
    static final Map<String, Integer> NUMBERS = Map.of("no", 0, "one", 1, "two", 2, "three", 3, "four", 4);

    /** Nouns for a block of any shape. */
    static final List<String> ANY_BLOCK = List.of("shape", "shapes");

    private Lexicon() {}

    static boolean isAttribute(String word) {
        return COLOURS.containsKey(word) || SIZES.containsKey(word);
    }

    static boolean isNoun(String word) {
        return SHAPES.containsKey(word) || ANY_BLOCK.contains(word);
    }

    private static <T> Map<String, T> meanings(T[] constants, BiFunction<Voice, T, String> word) {
        Map<String, T> meanings = new HashMap<>();
        for (Voice voice : Voice.values()) {
            Arrays.stream(constants).forEach(constant -> meanings.put(word.apply(voice, constant), constant));
        }
        return Map.copyOf(meanings);
    }
}

package dev.specula.blocks.text;

import dev.specula.blocks.scene.Block;
import dev.specula.blocks.scene.BlockColour;
import dev.specula.blocks.scene.BlockShape;
import dev.specula.blocks.scene.BlockSize;
import dev.specula.blocks.scene.Region;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** One of two registers in which the same facts are told; a request and its answer share it. */
enum Voice {
    PLAIN,
    CASUAL;

    private static final List<String> NUMBERS = List.of("no", "one", "two", "three", "four");

    String word(BlockShape shape) {
        if (this == PLAIN) {
            return name(shape);
        }
        return switch (shape) {
            case CIRCLE -> "disc";
            case RING -> "hoop";
            case BAR -> "strip";
            case CRESCENT -> "moon";
            default -> name(shape);
        };
    }

    String word(BlockColour colour) {
        return this == CASUAL && colour == BlockColour.PURPLE ? "violet" : name(colour);
    }

    String word(BlockSize size) {
        if (this == PLAIN || size == BlockSize.MEDIUM) {
            return name(size);
        }
        return size == BlockSize.LARGE ? "big" : "little";
    }

    static String word(Region region) {
        return name(region).replace('_', ' ');
    }

    static String number(int count) {
        return NUMBERS.get(count);
    }

    /** "one shape", "two shapes". */
    static String shapes(int count) {
        return number(count) + (count == 1 ? " shape" : " shapes");
    }

    /** "a large red star". */
    String inFull(Block block) {
        return "a " + word(block.size()) + " " + colouredShape(block);
    }

    /** "an orange star". */
    String inShort(Block block) {
        return withArticle(colouredShape(block));
    }

    /** "orange star". */
    String colouredShape(Block block) {
        return word(block.colour()) + " " + word(block.shape());
    }

    static String withArticle(String noun) {
        return ("aeiou".indexOf(noun.charAt(0)) >= 0 ? "an " : "a ") + noun;
    }

    /** "a, b and c", each part from {@code phrase}. */
    static String listed(List<Block> blocks, Function<Block, String> phrase) {
        List<String> phrases = blocks.stream().map(phrase).toList();
        int last = phrases.size() - 1;
        return last == 0 ? phrases.get(0) : String.join(", ", phrases.subList(0, last)) + " and " + phrases.get(last);
    }

    private static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}

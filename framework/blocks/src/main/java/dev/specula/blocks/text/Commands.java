package dev.specula.blocks.text;

import dev.specula.blocks.scene.BlockColour;
import dev.specula.blocks.scene.BlockShape;
import dev.specula.blocks.scene.BlockSize;
import dev.specula.blocks.scene.Region;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * What somebody may ask a hand to do with blocks, to be spoken: one to four sentences of words that sound unlike each other.
 * Nothing in a sentence tells what the next word is but its grammar.
 */
public final class Commands {

    private static final List<String> LEADS = List.of("please", "now", "then", "next", "first", "finally", "also");
    private static final List<String> VERBS = List.of("put", "place", "move", "bring", "set", "slide", "push");
    private static final List<String> RELATIONS = List.of(
            "on",
            "next to",
            "near",
            "above",
            "below",
            "behind",
            "in front of",
            "under",
            "to the left of",
            "to the right of");

    private final Random random;
    private final Voice voice;

    private Commands(Random random) {
        this.random = random;
        this.voice = any(Voice.values());
    }

    /** The sentences that {@code seed} stands for, lower case, each with its full stop. */
    public static List<String> request(long seed) {
        Random random = new Random(seed * 0x9e3779b97f4a7c15L);
        Commands commands = new Commands(random);
        int draw = random.nextInt(10);
        int count = draw < 1 ? 1 : draw < 4 ? 2 : draw < 8 ? 3 : 4;
        List<String> sentences = new ArrayList<>();
        for (int sentence = 0; sentence < count; sentence++) {
            sentences.add(commands.sentence());
        }
        return sentences;
    }

    private String sentence() {
        String lead = random.nextInt(3) == 0 ? any(LEADS) + " " : "";
        return lead + order() + ".";
    }

    private String order() {
        return switch (random.nextInt(12)) {
            case 0, 1, 2, 3, 4 -> "%s %s %s".formatted(any(VERBS), block(), beside());
            case 5, 6 -> "%s %s to the %s".formatted(any(VERBS), block(), Voice.word(any(Region.values())));
            case 7 -> "take %s away".formatted(block());
            case 8 -> "pick up %s and %s it %s".formatted(block(), any(VERBS), beside());
            case 9 -> "swap %s with %s".formatted(block(), block());
            case 10 -> "turn %s around".formatted(block());
            default -> "leave %s where it is".formatted(block());
        };
    }

    private String beside() {
        return any(RELATIONS) + " " + block();
    }

    private String block() {
        String size = random.nextInt(3) == 0 ? "" : voice.word(any(BlockSize.values())) + " ";
        return "the %s%s %s"
                .formatted(size, voice.word(any(BlockColour.values())), voice.word(any(BlockShape.values())));
    }

    private <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private <T> T any(T[] choices) {
        return choices[random.nextInt(choices.length)];
    }
}

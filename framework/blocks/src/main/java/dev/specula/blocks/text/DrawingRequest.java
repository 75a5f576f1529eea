package dev.specula.blocks.text;

import dev.specula.blocks.scene.Block;
import dev.specula.blocks.scene.Scene;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * A request to draw a scene, lower case, in varied words. The same scene and seed give the same request.
 *
 * @param text the words
 * @param mentions where each block is told, in the order of the words
 */
public record DrawingRequest(String text, List<Mention> mentions) {

    private static final int CASUAL_ONCE_IN = 4;
    private static final int PLACE_FIRST_ONCE_IN = 6;
    private static final int LEFT_OUT_ONCE_IN = 10;
    private static final List<String> OPENINGS = List.of("", "", "draw ", "please draw ", "a picture of ", "show me ");
    private static final List<String> CLOSINGS = List.of("", ".");
    private static final List<String> JOINS = List.of(" and ", " and ", ", ", " with ");
    private static final List<String> PLACE_FIRST_JOINS = List.of("; ", ". ");
    private static final List<String> PREPOSITIONS = List.of("at", "at", "in");

    public DrawingRequest {
        mentions = List.copyOf(mentions);
    }

    /**
     * What a request says of one block.
     *
     * @param start where its phrase begins in the text, characters
     * @param end where it ends, exclusive
     */
    public record Mention(Block block, int start, int end) {}

    /** Tells shape, colour, size and region of every block. */
    public static DrawingRequest full(Scene scene, long seed) {
        return words(scene, random(scene, seed), false);
    }

    /** Leaves out a size or a region now and then, as people do: the drawer is free to choose. */
    public static DrawingRequest loose(Scene scene, long seed) {
        return words(scene, random(scene, ~seed), true);
    }

    private static Random random(Scene scene, long seed) {
        return new Random((scene.seed() * 0xbf58476d1ce4e5b9L + seed) * 0x9e3779b97f4a7c15L);
    }

    private static DrawingRequest words(Scene scene, Random random, boolean loosely) {
        Voice voice = random.nextInt(CASUAL_ONCE_IN) == 0 ? Voice.CASUAL : Voice.PLAIN;
        List<Block> blocks = new ArrayList<>(scene.blocks());
        Collections.shuffle(blocks, random);
        boolean placeFirst = random.nextInt(PLACE_FIRST_ONCE_IN) == 0; // of the whole: mixed, it could be misread
        List<String> phrases = blocks.stream()
                .map(block -> phrase(block, voice, random, loosely, placeFirst))
                .toList();
        StringBuilder text = new StringBuilder(one(OPENINGS, random));
        String join = one(placeFirst ? PLACE_FIRST_JOINS : JOINS, random);
        List<Mention> mentions = new ArrayList<>();
        for (int index = 0; index < blocks.size(); index++) {
            text.append(index == 0 ? "" : join);
            int start = text.length();
            text.append(phrases.get(index));
            mentions.add(new Mention(blocks.get(index), start, text.length()));
        }
        return new DrawingRequest(text + one(CLOSINGS, random), mentions);
    }

    private static String phrase(Block block, Voice voice, Random random, boolean loosely, boolean placeFirst) {
        boolean sized = !loosely || random.nextInt(LEFT_OUT_ONCE_IN) > 0;
        boolean placed = !loosely || random.nextInt(LEFT_OUT_ONCE_IN) > 0;
        String what = sized ? voice.inFull(block) : voice.inShort(block);
        if (!placed) {
            return what;
        }
        String where = "%s the %s".formatted(one(PREPOSITIONS, random), Voice.word(block.region()));
        return placeFirst ? where + " " + what : what + " " + where;
    }

    private static String one(List<String> choices, Random random) {
        return choices.get(random.nextInt(choices.size()));
    }
}

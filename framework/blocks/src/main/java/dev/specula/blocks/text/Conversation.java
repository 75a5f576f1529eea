package dev.specula.blocks.text;

import dev.specula.blocks.scene.Scene;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** What can be asked about a scene, each time with the perfect answer. */
public final class Conversation {

    private static final int CASUAL_ONCE_IN = 4;

    private Conversation() {}

    /** A request for a caption; the seed picks among the styles and registers. */
    public static Exchange caption(Scene scene, long seed) {
        Random random = random(scene, seed);
        return CaptionStyle.any(random).exchange(scene, voice(random), random);
    }

    /** {@code count} questions, of different kinds as far as the scene allows; the seed picks which. */
    public static List<Exchange> questions(Scene scene, long seed, int count) {
        Random random = random(scene, ~seed);
        List<Exchange> questions = new ArrayList<>();
        List<Exchange.Kind> kinds = new ArrayList<>();
        while (questions.size() < count) {
            Exchange question = new Questions(scene, voice(random), random).any();
            // A scene of one block has few kinds: repeats are taken once in a while, so that the search ends.
            if (!kinds.contains(question.kind()) || random.nextInt(8) == 0) {
                kinds.add(question.kind());
                questions.add(question);
            }
        }
        return questions;
    }

    private static Random random(Scene scene, long seed) {
        return new Random((scene.seed() * 0x9e3779b97f4a7c15L + seed) * 0xbf58476d1ce4e5b9L);
    }

    private static Voice voice(Random random) {
        return random.nextInt(CASUAL_ONCE_IN) == 0 ? Voice.CASUAL : Voice.PLAIN;
    }
}

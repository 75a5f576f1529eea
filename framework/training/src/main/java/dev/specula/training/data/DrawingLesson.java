package dev.specula.training.data;

import dev.specula.blocks.scene.FlatScenes;
import dev.specula.blocks.scene.Renderer;
import dev.specula.blocks.scene.Rendering;
import dev.specula.blocks.scene.Scene;
import dev.specula.blocks.scene.SeedRange;
import dev.specula.blocks.text.DrawingRequest;
import dev.specula.blocks.tokens.BlocksTokenizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;

/** Where a drawer's lessons come from: the flat scenes of a range, in order, each with a request to draw it. */
public final class DrawingLesson {

    private static final int WITHOUT_CAPTION_ONCE_IN = 10;
    private static final int LOOSE_ONCE_IN = 3;
    private static final DrawingRequest NOTHING = new DrawingRequest("", List.of());

    private final SeedRange range;
    private final BlocksTokenizer tokenizer;

    public DrawingLesson(SeedRange range, BlocksTokenizer tokenizer) {
        this.range = range;
        this.tokenizer = tokenizer;
    }

    /** Scenes number {@code first} to {@code first + count - 1} of {@code range}; past its end it starts over. */
    public static List<Scene> scenes(SeedRange range, long first, int count) {
        List<Scene> scenes = new ArrayList<>();
        for (int index = 0; index < count; index++) {
            scenes.add(FlatScenes.scene(range.seed((first + index) % range.size())));
        }
        return scenes;
    }

    /** The pixels {@code (scenes, 3, side, side)} of scenes drawn cleanly, -1 to 1. */
    public static float[] pixels(List<Scene> scenes) {
        int numbers = Pixels.numbers(Scene.SIDE);
        float[] pixels = new float[scenes.size() * numbers];
        for (int index = 0; index < scenes.size(); index++) {
            Scene scene = scenes.get(index);
            Pixels.write(Renderer.draw(scene, Rendering.clean(scene.seed())), pixels, index * numbers);
        }
        return pixels;
    }

    /** Pictures to learn from; one prompt in ten is without its caption. */
    public Drawings batch(long first, int count) {
        return drawings(scenes(range, first, count), this::learning);
    }

    /** Pictures to measure on, all with full captions or all with none. */
    public Drawings measured(long first, int count, Captions captions) {
        return drawings(scenes(range, first, count), captions == Captions.NONE ? scene -> NOTHING : this::full);
    }

    private Drawings drawings(List<Scene> scenes, Function<Scene, DrawingRequest> asking) {
        int[] prompts = new int[scenes.size() * PictureVocabulary.LONGEST_PROMPT];
        int tokens = scenes.size() * CaptionLooks.LENGTH;
        float[] looks = new float[tokens * PictureVocabulary.LONGEST_PROMPT];
        float[] labels = new float[tokens * VisionLabels.WIDTH];
        for (int index = 0; index < scenes.size(); index++) {
            DrawingRequest request = asking.apply(scenes.get(index));
            write(tokenizer.encode(request.text()), prompts, index);
            CaptionLooks about = new CaptionLooks(request, tokenizer);
            about.writeTokens(looks, index);
            about.writeLabels(labels, index);
        }
        return new Drawings(pixels(scenes), prompts, looks, labels);
    }

    /** Whether prompts hold captions. */
    public enum Captions {
        FULL,
        NONE
    }

    private DrawingRequest learning(Scene scene) {
        Random random = new Random(scene.seed() * 0x9e3779b97f4a7c15L);
        if (random.nextInt(WITHOUT_CAPTION_ONCE_IN) == 0) {
            return NOTHING;
        }
        return random.nextInt(LOOSE_ONCE_IN) == 0 ? DrawingRequest.loose(scene, random.nextLong()) : full(scene);
    }

    private DrawingRequest full(Scene scene) {
        return DrawingRequest.full(scene, 0);
    }

    private static void write(int[] caption, int[] prompts, int index) {
        System.arraycopy(
                PictureVocabulary.prompt(caption),
                0,
                prompts,
                index * PictureVocabulary.LONGEST_PROMPT,
                PictureVocabulary.LONGEST_PROMPT);
    }
}

package dev.specula.bench.drawing;

import dev.specula.blocks.scene.FlatScenes;
import dev.specula.blocks.scene.Renderer;
import dev.specula.blocks.scene.Rendering;
import dev.specula.blocks.scene.Scene;
import dev.specula.blocks.scene.SeedRange;
import dev.specula.blocks.text.Checker;
import dev.specula.blocks.text.DrawingRequest;
import dev.specula.media.Picture;
import dev.specula.texttoimage.Caption;
import dev.specula.texttoimage.DrawingOptions;
import dev.specula.texttoimage.TextToImage;
import dev.specula.visionlanguage.ImageToText;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads drawings back: a pipeline that captions pictures says what it sees in them, and that is compared with what was asked
 * for. It makes mistakes of its own, so the true pictures are read as well.
 */
public final class DrawnFacts {
    private static final long WORDING = 17; // seed of how captions are put

    private final ImageToText reader;
    private final List<Scene> scenes = new ArrayList<>();

    /** Reads drawings of the first {@code count} held-out scenes with {@code reader}. */
    public DrawnFacts(ImageToText reader, int count) {
        this.reader = reader;
        for (int i = 0; i < count; i++) {
            scenes.add(FlatScenes.scene(SeedRange.HELD_OUT.seed(i)));
        }
    }

    /** Attribute facts that {@code drawer} draws rightly with {@code options}, the number of the scene as the seed. */
    public Checker.Score of(TextToImage drawer, DrawingOptions options) {
        Checker.Score facts = new Checker.Score(0, 0);
        for (int i = 0; i < scenes.size(); i++) {
            Scene scene = scenes.get(i);
            Caption caption =
                    Caption.of(DrawingRequest.full(scene, WORDING).text()).with(options.withSeed(i));
            facts = facts.plus(read(scene, drawer.draw(caption).picture()));
        }
        return facts;
    }

    /** Facts that are read off the true pictures. */
    public Checker.Score ofTheTruth() {
        Checker.Score facts = new Checker.Score(0, 0);
        for (Scene scene : scenes) {
            facts = facts.plus(read(scene, Picture.of(Renderer.draw(scene, Rendering.clean(scene.seed())))));
        }
        return facts;
    }

    private Checker.Score read(Scene scene, Picture picture) {
        return Checker.caption(scene, reader.caption(picture).text());
    }
}

package dev.specula.training.data;

import dev.specula.blocks.scene.Rendering;
import dev.specula.blocks.scene.Scene;
import dev.specula.blocks.scene.Scenes;
import dev.specula.blocks.scene.SeedRange;
import dev.specula.blocks.text.Conversation;
import dev.specula.blocks.text.Exchange;
import dev.specula.blocks.tokens.BlocksTokenizer;
import dev.specula.training.model.VisionShape;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;

/**
 * Where lessons come from: the scenes of a range, in order, each with a caption and some questions.
 *
 * @param questions asked about each picture beside its caption
 */
public record Lesson(
        SeedRange range,
        LongFunction<Rendering> rendering,
        int questions,
        BlocksTokenizer tokenizer,
        VisionShape shape) {

    /** Pictures number {@code first} to {@code first + count - 1} of the range; past its end it starts over. */
    public Pictures pictures(long first, int count) {
        List<Scene> scenes = new ArrayList<>();
        for (int index = 0; index < count; index++) {
            scenes.add(Scenes.scene(range.seed((first + index) % range.size())));
        }
        return Pictures.of(scenes, rendering, shape);
    }

    /** What is said about each of {@code pictures}, the caption first. */
    public List<List<Turn>> turns(Pictures pictures) {
        return pictures.scenes().stream()
                .map(scene -> exchanges(scene).stream()
                        .map(exchange -> Turn.of(exchange, scene, tokenizer))
                        .toList())
                .toList();
    }

    /** The caption and questions of one scene. */
    public List<Exchange> exchanges(Scene scene) {
        List<Exchange> exchanges = new ArrayList<>();
        exchanges.add(Conversation.caption(scene, 0));
        exchanges.addAll(Conversation.questions(scene, 0, questions));
        return exchanges;
    }
}

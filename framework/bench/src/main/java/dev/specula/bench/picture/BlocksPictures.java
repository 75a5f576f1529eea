package dev.specula.bench.picture;

import dev.specula.bench.workload.Quality;
import dev.specula.bench.workload.Task;
import dev.specula.bench.workload.Workload;
import dev.specula.blocks.scene.Renderer;
import dev.specula.blocks.scene.Rendering;
import dev.specula.blocks.scene.Scene;
import dev.specula.blocks.scene.Scenes;
import dev.specula.blocks.scene.SeedRange;
import dev.specula.blocks.text.Checker;
import dev.specula.blocks.text.Conversation;
import dev.specula.blocks.text.Exchange;
import dev.specula.plan.Pipeline;
import dev.specula.visionlanguage.ImageToTextPipeline;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;

/**
 * Captions of and questions about scenes of coloured shapes that no model was trained on. Every picture gives two requests: a
 * caption and a question.
 */
public final class BlocksPictures implements Workload {
    private static final long WORDING = 17; // seed of how things are asked

    @Override
    public boolean fits(Pipeline pipeline) {
        return pipeline instanceof ImageToTextPipeline;
    }

    @Override
    public List<Task> tasks(Pipeline pipeline, int count) {
        ImageToTextPipeline pictures = (ImageToTextPipeline) pipeline;
        List<Task> tasks = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            long seed = SeedRange.BENCHMARK.seed(i / 2);
            Scene scene = Scenes.scene(seed);
            Exchange exchange = i % 2 == 0 ? caption(scene) : question(scene);
            tasks.add(new PictureTask(pictures, Renderer.draw(scene, Rendering.plain(seed)), exchange.request()));
        }
        return tasks;
    }

    /** Facts of captions count; parts: {@code facts} and {@code questions}. */
    @Override
    public Optional<Quality> quality(Pipeline pipeline, Answers answers, int count) {
        return Optional.of(quality(pipeline, answers, count, Rendering::plain));
    }

    /** The same with pictures drawn by {@code rendering}, given the seed of the scene. */
    public Quality quality(Pipeline pipeline, Answers answers, int count, LongFunction<Rendering> rendering) {
        ImageToTextPipeline pictures = (ImageToTextPipeline) pipeline;
        Checker.Score facts = new Checker.Score(0, 0);
        int right = 0;
        for (int i = 0; i < count; i++) {
            long seed = SeedRange.HELD_OUT.seed(i);
            Scene scene = Scenes.scene(seed);
            Exchange caption = caption(scene);
            Exchange question = question(scene);
            PictureTask task =
                    new PictureTask(pictures, Renderer.draw(scene, rendering.apply(seed)), caption.request());
            facts = facts.plus(Checker.caption(scene, answers.to(task)));
            String answer = answers.to(new PictureTask(pictures, task.image(), question.request()));
            right += Checker.answers(question, answer) ? 1 : 0;
        }
        return new Quality(facts.share(), Map.of("facts", facts.share(), "questions", right / (double) count));
    }

    private static Exchange caption(Scene scene) {
        return Conversation.caption(scene, WORDING);
    }

    private static Exchange question(Scene scene) {
        return Conversation.questions(scene, WORDING, 1).get(0);
    }
}

package dev.specula.bench.drawing;

import dev.specula.bench.workload.Task;
import dev.specula.bench.workload.Workload;
import dev.specula.blocks.scene.FlatScenes;
import dev.specula.blocks.scene.Scene;
import dev.specula.blocks.scene.SeedRange;
import dev.specula.blocks.text.DrawingRequest;
import dev.specula.plan.Pipeline;
import dev.specula.texttoimage.Caption;
import dev.specula.texttoimage.TextToImagePipeline;
import java.util.ArrayList;
import java.util.List;

/** Captions of scenes of coloured shapes that no model was trained on. */
public final class BlocksCaptions implements Workload {
    private static final long WORDING = 17; // seed of how things are put

    @Override
    public boolean fits(Pipeline pipeline) {
        return pipeline instanceof TextToImagePipeline;
    }

    @Override
    public List<Task> tasks(Pipeline pipeline, int count) {
        TextToImagePipeline pictures = (TextToImagePipeline) pipeline;
        List<Task> tasks = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Scene scene = FlatScenes.scene(SeedRange.BENCHMARK.seed(i));
            tasks.add(new CaptionTask(
                    pictures, Caption.of(DrawingRequest.full(scene, WORDING).text())));
        }
        return tasks;
    }
}

package dev.specula.bench.text;

import dev.specula.bench.workload.Task;
import dev.specula.bench.workload.Workload;
import dev.specula.language.Request;
import dev.specula.language.TextToTextPipeline;
import dev.specula.plan.Pipeline;
import java.util.ArrayList;
import java.util.List;

/** Texts again and again: what a user says to a model that was made for conversations, and what any other goes on with. */
final class Texts implements Workload {
    private final List<String> texts;

    Texts(List<String> texts) {
        this.texts = List.copyOf(texts);
    }

    @Override
    public boolean fits(Pipeline pipeline) {
        return pipeline instanceof TextToTextPipeline;
    }

    @Override
    public List<Task> tasks(Pipeline pipeline, int count) {
        TextToTextPipeline words = (TextToTextPipeline) pipeline;
        List<Task> tasks = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String text = texts.get(i % texts.size());
            tasks.add(new TextTask(words, words.converses() ? Request.of(text) : Request.continuing(text)));
        }
        return tasks;
    }
}

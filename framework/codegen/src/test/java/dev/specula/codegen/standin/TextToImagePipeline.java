package dev.specula.codegen.standin;

import dev.specula.model.CausalModel;
import dev.specula.plan.PipelineDescription;
import dev.specula.plan.Prompts;
import dev.specula.token.Prompt;
import dev.specula.token.Schedule;

/** As for the other stand-in, but guided. */
public abstract class TextToImagePipeline extends ImageToTextPipeline implements TextToImage {
    /** Without a draft model. */
    protected TextToImagePipeline(PipelineDescription description, Schedule schedule, CausalModel target) {
        super(description, schedule, target);
    }

    /** With a draft model. */
    protected TextToImagePipeline(
            PipelineDescription description, Schedule schedule, CausalModel target, CausalModel draft) {
        super(description, schedule, target, draft);
    }

    @Override
    Prompts prompts(int start, boolean hasDraft) {
        Prompt prompt = Prompt.of(start, 1).guided(Prompt.of(1), 2);
        return hasDraft ? Prompts.of(prompt, prompt) : Prompts.of(prompt);
    }
}

package dev.specula.codegen.standin;

import dev.specula.model.CausalModel;
import dev.specula.model.IncompatibleModelsException;
import dev.specula.model.ModelSpec;
import dev.specula.plan.Pipeline;
import dev.specula.plan.PipelineDescription;
import dev.specula.plan.Prompts;
import dev.specula.report.RunReport;
import dev.specula.token.Ending;
import dev.specula.token.FixedSchedule;
import dev.specula.token.NgramTable;
import dev.specula.token.Prompt;
import dev.specula.token.Schedule;
import dev.specula.token.TokenRun;
import java.util.List;
import java.util.stream.IntStream;

/** Everything between a request and the rounds, in as few lines as do it. */
public abstract class ImageToTextPipeline implements ImageToText, Pipeline {
    private final PipelineDescription description;
    private final Schedule schedule;
    private final List<CausalModel> models;
    private final NgramTable guesses = new NgramTable();
    private final RunReport report = new RunReport();

    /** Without a draft model. */
    protected ImageToTextPipeline(PipelineDescription description, Schedule schedule, CausalModel target) {
        this.description = description;
        this.schedule = schedule;
        this.models = List.of(target);
    }

    /** With a draft model. */
    protected ImageToTextPipeline(
            PipelineDescription description, Schedule schedule, CausalModel target, CausalModel draft) {
        this.description = description;
        this.schedule = schedule;
        this.models = List.of(target, draft);
        IncompatibleModelsException.requireSameTokens(target, draft);
    }

    @Override
    public PipelineDescription description() {
        return description;
    }

    @Override
    public Schedule schedule() {
        return schedule;
    }

    @Override
    public List<ModelSpec> models() {
        return models.stream().map(CausalModel::spec).toList();
    }

    /** The counts of all answers. */
    public RunReport report() {
        return report;
    }

    @Override
    public int[] say(Request request) {
        IntStream.Builder said = IntStream.builder();
        // As much as the plan allows: beside models that are tables, a schedule finds that no draft pays.
        TokenRun run = new TokenRun(
                new FixedSchedule(request.isDrafted() ? description.longest() : 0),
                guesses,
                Ending.after(request.columns()),
                (column, origin) -> said.add(column[0]));
        answer(prompts(request.start(), models.size() == 2), request.sampling(), run);
        report.add(run.report());
        return said.build().toArray();
    }

    Prompts prompts(int start, boolean hasDraft) {
        Prompt prompt = Prompt.of(start);
        return hasDraft ? Prompts.of(prompt, prompt) : Prompts.of(prompt);
    }
}

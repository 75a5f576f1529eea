package dev.specula.codegen.writing;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import dev.specula.Need;
import dev.specula.codegen.model.Choice;
import dev.specula.codegen.model.Contract;
import dev.specula.codegen.model.Pipeline;
import dev.specula.model.Passes;
import dev.specula.noise.Noise;
import dev.specula.plan.Prompts;
import dev.specula.token.ChainGrowth;
import dev.specula.token.Draft;
import dev.specula.token.ModelSource;
import dev.specula.token.Pass;
import dev.specula.token.SampledDraft;
import dev.specula.token.Sampling;
import dev.specula.token.Sequence;
import dev.specula.token.TokenRun;
import dev.specula.token.Verdict;
import java.util.List;
import java.util.Locale;
import javax.lang.model.element.Modifier;

/** Writes {@code answer} and {@code round}: the two methods that speak for one pipeline and no other. */
final class RoundGenerator {
    private static final List<String> TAKEN = List.of(
            "target",
            "draft",
            "vocabulary",
            "prompts",
            "sampling",
            "run",
            "noise",
            "main",
            "small",
            "chain",
            "tree",
            "budget",
            "said",
            "rule",
            Constants.GROWTH,
            "kept");

    private final Pipeline pipeline;
    private final String open;
    private final String drawn;
    private final String source;

    RoundGenerator(Pipeline pipeline, Contract contract) {
        this.pipeline = pipeline;
        this.open = contract.isGuided() ? "openGuided" : "open";
        this.drawn = pipeline.mayBranch() ? "tree" : "chain";
        NameAllocator names = new NameAllocator();
        TAKEN.forEach(name -> names.newName(name, name));
        String shortName =
                pipeline.source().implementation().shortName(pipeline.source().axis());
        this.source = names.newName(shortName.substring(0, 1).toLowerCase(Locale.ROOT) + shortName.substring(1));
    }

    /** Whether the pipeline itself draws from the laws of the draft model, with no object between. */
    static boolean isPlain(Pipeline pipeline) {
        return pipeline.source().implementation().type().equals(ClassName.get(ModelSource.class));
    }

    /** Whether the shape is the loop that stands in {@code round}, and no object. */
    static boolean isLoop(Pipeline pipeline) {
        return isPlain(pipeline) && isChain(pipeline.shape());
    }

    /** Whether the acceptance rule is made of the target model, and so no constant. */
    static boolean readsTarget(Pipeline pipeline) {
        return pipeline.acceptance().needs(Need.TARGET_MODEL);
    }

    static boolean isChain(Choice shape) {
        return shape.implementation().type().equals(ClassName.get(ChainGrowth.class));
    }

    // @Override
    // public void answer(Prompts prompts, Sampling sampling, TokenRun run) {
    //     Noise noise = Noise.seeded(sampling.seed());
    //     try (Sequence main = target.open(prompts.target(), sampling, Passes.EXACT);
    //             Sequence small = draft.open(prompts.draft(), sampling, Passes.FASTEST)) {
    //         while (run.goesOn()) {
    //             round(main, small, run, noise);
    //         }
    //     }
    // }
    MethodSpec answer() {
        return MethodSpec.methodBuilder("answer")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .addParameter(Prompts.class, "prompts")
                .addParameter(Sampling.class, "sampling")
                .addParameter(TokenRun.class, "run")
                .addStatement("$1T noise = $1T.seeded(sampling.seed())", Noise.class)
                .beginControlFlow(
                        "try ($T main = target.$L(prompts.target(), sampling, $T.EXACT);\n        $L)",
                        Sequence.class,
                        open,
                        Passes.class,
                        proposer())
                .beginControlFlow("while (run.goesOn())")
                .addStatement("round(main, $L, run, noise)", isPlain(pipeline) ? "small" : source)
                .endControlFlow()
                .endControlFlow()
                .build();
    }

    private CodeBlock proposer() {
        CodeBlock small = CodeBlock.of("draft.$L(prompts.draft(), sampling, $T.FASTEST)", open, Passes.class);
        if (isPlain(pipeline)) {
            return CodeBlock.of("$T small = $L", Sequence.class, small);
        }
        Choice choice = pipeline.source();
        CodeBlock created = pipeline.hasDraftModel()
                ? Constants.construct(choice, small, CodeBlock.of(Constants.GROWTH))
                : Constants.construct(choice);
        return CodeBlock.of("$T $L = $L", choice.implementation().type(), source, created);
    }

    // private void round(Sequence main, Sequence small, TokenRun run, Noise noise) {
    //     Draft chain = run.draft(main);
    //     …
    //     Pass said = run.verify(main, chain);
    //     Verdict kept = run.commit(chain, MATCH.judge(chain, said, noise));
    //     main.settle(chain, kept);
    //     small.settle(chain, kept);
    // }
    MethodSpec round() {
        MethodSpec.Builder round = MethodSpec.methodBuilder("round")
                .addModifiers(Modifier.PRIVATE)
                .addParameter(Sequence.class, "main")
                .addParameter(
                        isPlain(pipeline)
                                ? ClassName.get(Sequence.class)
                                : pipeline.source().implementation().type(),
                        isPlain(pipeline) ? "small" : source)
                .addParameter(TokenRun.class, "run")
                .addParameter(Noise.class, "noise")
                .addStatement(
                        pipeline.hasSampledDraft()
                                ? "$T $N = run.sampledDraft(main, vocabulary)"
                                : "$T $N = run.draft(main)",
                        pipeline.hasSampledDraft() ? SampledDraft.class : Draft.class,
                        drawn);
        propose(round);
        round.addStatement("$T said = run.verify(main, $N)", Pass.class, drawn)
                .addStatement(
                        "$T kept = run.commit($N, $L.judge($N, said, noise))",
                        Verdict.class,
                        drawn,
                        readsTarget(pipeline) ? "rule" : Constants.nameOf(pipeline.acceptance()),
                        drawn);
        return settle(round).build();
    }

    private void propose(MethodSpec.Builder round) {
        if (isLoop(pipeline)) {
            round.beginControlFlow("for (int budget = run.budget(); budget > 0 && $N.isOpen(); budget--)", drawn)
                    .addStatement("$1N.draw($1N.last(), small.pass($1N), noise)", drawn)
                    .endControlFlow();
        } else if (isPlain(pipeline)) {
            round.addStatement("$L.grow($N, small, run.budget(), noise)", Constants.GROWTH, drawn);
        } else {
            round.addStatement("$N.propose($N, main, run.budget(), noise)", source, drawn);
        }
    }

    private MethodSpec.Builder settle(MethodSpec.Builder round) {
        if (isPlain(pipeline)) {
            return round.addStatement("main.settle($N, kept)", drawn).addStatement("small.settle($N, kept)", drawn);
        }
        return round.addStatement("$N.settle($N, said, kept, noise)", source, drawn)
                .addStatement("main.settle($N, kept)", drawn);
    }
}

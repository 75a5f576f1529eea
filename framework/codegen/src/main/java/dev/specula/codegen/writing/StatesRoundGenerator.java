package dev.specula.codegen.writing;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import dev.specula.codegen.model.Pipeline;
import dev.specula.denoise.Condition;
import dev.specula.denoise.Denoiser;
import dev.specula.denoise.DenoisingRun;
import dev.specula.denoise.Trajectory;
import dev.specula.noise.Noise;
import javax.lang.model.element.Modifier;

/** Writes {@code denoise} and {@code round} of a denoising pipeline, and {@code open} where features are forecast. */
final class StatesRoundGenerator {
    private final Pipeline pipeline;

    StatesRoundGenerator(Pipeline pipeline) {
        this.pipeline = pipeline;
    }

    // @Override
    // public Denoiser open(Condition condition) {
    //     return forecast.over(target.openWithFeatures(condition));
    // }
    MethodSpec open() {
        return MethodSpec.methodBuilder("open")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(Denoiser.class)
                .addParameter(Condition.class, "condition")
                .addStatement("return forecast.over(target.openWithFeatures(condition))")
                .build();
    }

    // @Override
    // public void denoise(Condition condition, DenoisingRun run, Noise noise) {
    //     try (FrozenEstimate drift = new FrozenEstimate(Freshness.PREFETCHED)) {
    //         while (run.goesOn()) {
    //             round(drift, run, noise);
    //         }
    //     }
    // }
    MethodSpec denoise() {
        MethodSpec.Builder denoise = MethodSpec.methodBuilder("denoise")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .addParameter(Condition.class, "condition")
                .addParameter(DenoisingRun.class, "run")
                .addParameter(Noise.class, "noise");
        if (pipeline.draftsNothing()) {
            return denoise.beginControlFlow("while (run.goesOn())")
                    .addStatement("round(run, noise)")
                    .endControlFlow()
                    .build();
        }
        CodeBlock created = pipeline.hasDraftModel()
                ? Constants.construct(pipeline.source(), CodeBlock.of("draft.open(condition)"))
                : Constants.construct(pipeline.source());
        return denoise.beginControlFlow("try ($T drift = $L)", drift(), created)
                .beginControlFlow("while (run.goesOn())")
                .addStatement("round(drift, run, noise)")
                .endControlFlow()
                .endControlFlow()
                .build();
    }

    // private void round(FrozenEstimate drift, DenoisingRun run, Noise noise) {
    //     Trajectory path = run.path();
    //     for (int budget = run.budget(); budget > 0 && drift.drafts(path); budget--) {
    //         path.add(drift, noise);
    //     }
    //     run.verify(path);
    //     run.commit(path, path.land(REFLECTION, noise));
    // }
    MethodSpec round() {
        MethodSpec.Builder round = MethodSpec.methodBuilder("round").addModifiers(Modifier.PRIVATE);
        if (!pipeline.draftsNothing()) {
            round.addParameter(drift(), "drift");
        }
        round.addParameter(DenoisingRun.class, "run")
                .addParameter(Noise.class, "noise")
                .addStatement("$T path = run.path()", Trajectory.class);
        if (!pipeline.draftsNothing()) {
            round.beginControlFlow("for (int budget = run.budget(); budget > 0 && drift.drafts(path); budget--)")
                    .addStatement("path.add(drift, noise)")
                    .endControlFlow();
        }
        return round.addStatement("run.verify(path)")
                .addStatement("run.commit(path, path.land($L, noise))", Constants.nameOf(pipeline.acceptance()))
                .build();
    }

    private ClassName drift() {
        return pipeline.source().implementation().type();
    }
}

package dev.specula.codegen.writing;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.specula.Guarantee;
import dev.specula.codegen.model.Attribute;
import dev.specula.codegen.model.Choice;
import dev.specula.codegen.model.Contract;
import dev.specula.codegen.model.ModelClass;
import dev.specula.codegen.model.Pipeline;
import dev.specula.codegen.model.Preset;
import dev.specula.denoise.DenoisingModel;
import dev.specula.denoise.FeatureForecast;
import dev.specula.denoise.Window;
import dev.specula.plan.PipelineDescription;
import dev.specula.token.FixedSchedule;
import java.util.Map;
import javax.lang.model.element.Modifier;

/** Writes the class of one denoising pipeline. */
final class StatesPipelineGenerator {
    private static final String NONE = "none";

    private static final Map<Guarantee, String> MEANING = Map.of(
            Guarantee.SAME_LAW, "draws from the law of its sampler in fewer calls, but other numbers.",
            Guarantee.RELAXED, "an approximation of its sampler, whose quality has to be measured.");

    private final ModelClass models;
    private final Pipeline pipeline;
    private final Contract contract;

    StatesPipelineGenerator(ModelClass models, Pipeline pipeline, Contract contract) {
        this.models = models;
        this.pipeline = pipeline;
        this.contract = contract;
    }

    // final class ReacherPipeline extends PathPipeline {
    //     static final int LONGEST = 8;
    //     static final PipelineDescription PLAN = …
    //     private static final Reflection REFLECTION = new Reflection();
    //     …
    // }
    TypeSpec generate() {
        StatesRoundGenerator rounds = new StatesRoundGenerator(pipeline);
        TypeSpec.Builder type = TypeSpec.classBuilder(pipeline.className())
                .addOriginatingElement(models.element())
                .addJavadoc("$L", javadoc())
                .addAnnotation(PipelineGenerator.GENERATED)
                .addModifiers(Modifier.FINAL)
                .superclass(contract.pipeline())
                .addField(longest())
                .addField(plan())
                .addField(coupling());
        if (pipeline.draftsNothing()) {
            type.addField(DenoisingModel.class, "target", Modifier.PRIVATE, Modifier.FINAL)
                    .addField(pipeline.source().implementation().type(), "forecast", Modifier.PRIVATE, Modifier.FINAL);
        }
        if (pipeline.hasDraftModel()) {
            type.addField(DenoisingModel.class, "draft", Modifier.PRIVATE, Modifier.FINAL);
        }
        type.addMethod(constructor());
        if (pipeline.draftsNothing()) {
            type.addMethod(rounds.open());
        }
        return type.addMethod(rounds.denoise()).addMethod(rounds.round()).build();
    }

    private FieldSpec longest() {
        return FieldSpec.builder(int.class, Constants.LONGEST, Modifier.STATIC, Modifier.FINAL)
                .addJavadoc(
                        "$L; the property {@code specula.pipelines.$L.longest} replaces it.\n",
                        pipeline.draftsNothing() ? "Most forecasts in a row" : "Most states of a draft",
                        pipeline.target().method().name())
                .initializer(pipeline.longest().map(Attribute::value).orElseThrow())
                .build();
    }

    private FieldSpec plan() {
        return FieldSpec.builder(PipelineDescription.class, Constants.PLAN, Modifier.STATIC, Modifier.FINAL)
                .initializer(
                        "new $T($S, $S, $T.$L, $S, $S, $S, $S, $L)",
                        PipelineDescription.class,
                        pipeline.target().method().name(),
                        pipeline.preset().map(Preset::name).orElse(PipelineDescription.DEFAULT),
                        Guarantee.class,
                        pipeline.guarantee(),
                        Constants.wordsOf(pipeline.source()),
                        aboutDrafts(pipeline.shape()),
                        aboutDrafts(pipeline.acceptance()),
                        aboutDrafts(pipeline.schedule()),
                        Constants.LONGEST)
                .build();
    }

    private FieldSpec coupling() {
        FieldSpec.Builder coupling = FieldSpec.builder(
                        pipeline.acceptance().implementation().type(),
                        Constants.nameOf(pipeline.acceptance()),
                        Modifier.PRIVATE,
                        Modifier.STATIC,
                        Modifier.FINAL)
                .initializer(Constants.construct(pipeline.acceptance()));
        if (pipeline.draftsNothing()) {
            coupling.addJavadoc("Judges nothing, since nothing is drafted.\n");
        }
        return coupling.build();
    }

    private String aboutDrafts(Choice choice) {
        return pipeline.draftsNothing() ? NONE : Constants.wordsOf(choice);
    }

    // ReacherPipeline(DenoisingModel target, int longest) {
    //     super(PLAN.withLongest(longest), new FixedSchedule(longest), Window.requireNoise(target));
    // }
    private MethodSpec constructor() {
        MethodSpec.Builder constructor = MethodSpec.constructorBuilder().addParameter(DenoisingModel.class, "target");
        if (pipeline.hasDraftModel()) {
            constructor.addParameter(DenoisingModel.class, "draft");
        }
        CodeBlock schedule = pipeline.draftsNothing()
                ? CodeBlock.of("new $T(0)", FixedSchedule.class)
                : Constants.construct(pipeline.schedule(), CodeBlock.of("longest"));
        constructor
                .addParameter(int.class, "longest")
                .addStatement(
                        "super($L.withLongest(longest), $L, $L$L)",
                        Constants.PLAN,
                        schedule,
                        checkedTarget(),
                        pipeline.hasDraftModel() ? ", draft" : "");
        if (pipeline.draftsNothing()) {
            constructor.addStatement("this.target = target").addStatement("this.forecast = $L", forecast());
        }
        if (pipeline.hasDraftModel()) {
            constructor.addStatement("this.draft = draft");
        }
        return constructor.build();
    }

    /** The target, refused as soon as the pipeline is made if it lacks what its rounds need: that is in its weights. */
    private CodeBlock checkedTarget() {
        return pipeline.draftsNothing()
                ? CodeBlock.of("$T.requireFeatures(target)", FeatureForecast.class)
                : CodeBlock.of("$T.requireNoise(target)", Window.class);
    }

    /** The forecast with as many in a row as the constructor is given. */
    private CodeBlock forecast() {
        return Constants.constructAsLongAsGiven(pipeline.source());
    }

    private String javadoc() {
        String models = String.join(".", this.models.type().simpleNames());
        String link = "{@link " + models + "#" + pipeline.target().method().name() + "}";
        String preset = pipeline.preset()
                .map(chosen -> " with the preset {@code " + chosen.annotation().simpleName() + "}")
                .orElse("");
        String first = link + preset + ": " + MEANING.getOrDefault(pipeline.guarantee(), "");
        if (pipeline.draftsNothing()) {
            String forecast = pipeline.source().annotation().simpleName();
            return Prose.fill(first, "Drafts nothing: {@code @" + forecast + "} answers calls instead.");
        }
        String with = pipeline.draft()
                .filter(draft -> pipeline.hasDraftModel())
                .map(draft -> "with {@link " + models + "#" + draft.method().name() + "} ")
                .orElse("");
        return Prose.fill(
                first,
                "Drafts " + with + "by " + code(pipeline.source()) + ", as much as " + code(pipeline.schedule())
                        + " allows; keeps by " + code(pipeline.acceptance()) + ".");
    }

    private static String code(Choice choice) {
        return "{@code " + choice.text() + "}";
    }
}

package dev.specula.codegen.writing;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.specula.Generated;
import dev.specula.Guarantee;
import dev.specula.codegen.model.Attribute;
import dev.specula.codegen.model.Choice;
import dev.specula.codegen.model.Contract;
import dev.specula.codegen.model.ModelClass;
import dev.specula.codegen.model.Pipeline;
import dev.specula.codegen.model.Preset;
import dev.specula.model.CausalModel;
import dev.specula.plan.PipelineDescription;
import java.util.Map;
import javax.lang.model.element.Modifier;

/** Writes the class of one pipeline. */
final class PipelineGenerator {
    static final AnnotationSpec GENERATED = AnnotationSpec.builder(Generated.class)
            .addMember("value", "$S", "dev.specula.codegen")
            .build();

    private static final Map<Guarantee, String> MEANING = Map.of(
            Guarantee.SAME_TOKENS, "says the very tokens that the target says alone, sooner.",
            Guarantee.SAME_LAW, "draws from the target's own law, sooner, but perhaps other tokens than it says alone.",
            Guarantee.RELAXED, "an approximation of what the target says alone, whose quality has to be measured.");

    private final ModelClass models;
    private final Pipeline pipeline;
    private final Contract contract;

    PipelineGenerator(ModelClass models, Pipeline pipeline, Contract contract) {
        this.models = models;
        this.pipeline = pipeline;
        this.contract = contract;
    }

    // final class CaptionerPipeline extends ImageToTextPipeline {
    //     static final int LONGEST = 8;
    //     static final PipelineDescription PLAN = …
    //     private static final Match MATCH = new Match();
    //     private final CausalModel target;
    //     private final CausalModel draft;
    //     …
    // }
    TypeSpec generate() {
        RoundGenerator rounds = new RoundGenerator(pipeline, contract);
        TypeSpec.Builder type = TypeSpec.classBuilder(pipeline.className())
                .addOriginatingElement(models.element())
                .addJavadoc("$L", javadoc())
                .addAnnotation(GENERATED)
                .addModifiers(Modifier.FINAL)
                .superclass(contract.pipeline())
                .addField(longest())
                .addField(plan());
        if (!RoundGenerator.readsTarget(pipeline)) {
            type.addField(constant(pipeline.acceptance(), Constants.construct(pipeline.acceptance())));
        }
        type.addField(CausalModel.class, "target", Modifier.PRIVATE, Modifier.FINAL);
        if (pipeline.hasDraftModel()) {
            type.addField(CausalModel.class, "draft", Modifier.PRIVATE, Modifier.FINAL);
        }
        if (pipeline.hasSampledDraft()) {
            type.addField(TypeName.INT, "vocabulary", Modifier.PRIVATE, Modifier.FINAL);
        }
        if (hasGrowth()) {
            type.addField(pipeline.shape().implementation().type(), Constants.GROWTH, Modifier.PRIVATE, Modifier.FINAL);
        }
        if (RoundGenerator.readsTarget(pipeline)) {
            type.addField(pipeline.acceptance().implementation().type(), "rule", Modifier.PRIVATE, Modifier.FINAL);
        }
        return type.addMethod(constructor())
                .addMethod(rounds.answer())
                .addMethod(rounds.round())
                .build();
    }

    private boolean hasGrowth() {
        return !RoundGenerator.isLoop(pipeline) && pipeline.hasDraftModel();
    }

    private FieldSpec longest() {
        return FieldSpec.builder(int.class, Constants.LONGEST, Modifier.STATIC, Modifier.FINAL)
                .addJavadoc(
                        "Most nodes of a draft; the property {@code specula.pipelines.$L.longest} replaces it.\n",
                        pipeline.target().method().name())
                .initializer(pipeline.longest().map(Attribute::value).orElseThrow())
                .build();
    }

    private FieldSpec plan() {
        return FieldSpec.builder(PipelineDescription.class, Constants.PLAN, Modifier.STATIC, Modifier.FINAL)
                .initializer(
                        (pipeline.mayBranch() ? "$T.branching" : "new $T") + "($S, $S, $T.$L, $S, $S, $S, $S, $L)",
                        PipelineDescription.class,
                        pipeline.target().method().name(),
                        pipeline.preset().map(Preset::name).orElse(PipelineDescription.DEFAULT),
                        Guarantee.class,
                        pipeline.guarantee(),
                        Constants.wordsOf(pipeline.source()),
                        Constants.wordsOf(pipeline.shape()),
                        Constants.wordsOf(pipeline.acceptance()),
                        Constants.wordsOf(pipeline.schedule()),
                        Constants.LONGEST)
                .build();
    }

    private static FieldSpec constant(Choice choice, CodeBlock value) {
        return FieldSpec.builder(
                        choice.implementation().type(),
                        Constants.nameOf(choice),
                        Modifier.PRIVATE,
                        Modifier.STATIC,
                        Modifier.FINAL)
                .initializer(value)
                .build();
    }

    // CaptionerPipeline(CausalModel target, CausalModel draft, int longest) {
    //     super(PLAN.withLongest(longest), new SelfTuningSchedule(longest), target, draft);
    //     this.target = target;
    //     this.draft = draft;
    // }
    private MethodSpec constructor() {
        MethodSpec.Builder constructor = MethodSpec.constructorBuilder().addParameter(CausalModel.class, "target");
        if (pipeline.hasDraftModel()) {
            constructor.addParameter(CausalModel.class, "draft");
        }
        constructor
                .addParameter(int.class, "longest")
                .addStatement(
                        "super($L.withLongest(longest), $L, target$L)",
                        Constants.PLAN,
                        Constants.construct(pipeline.schedule(), CodeBlock.of("longest")),
                        pipeline.hasDraftModel() ? ", draft" : "")
                .addStatement("this.target = target");
        if (pipeline.hasDraftModel()) {
            constructor.addStatement("this.draft = draft");
        }
        if (pipeline.hasSampledDraft()) {
            constructor.addStatement("this.vocabulary = target.spec().vocabulary()");
        }
        if (hasGrowth()) {
            constructor.addStatement(
                    "this.$L = $L", Constants.GROWTH, Constants.constructAsLongAsGiven(pipeline.shape()));
        }
        if (RoundGenerator.readsTarget(pipeline)) {
            constructor.addStatement(
                    "this.rule = $L", Constants.construct(pipeline.acceptance(), CodeBlock.of("target")));
        }
        return constructor.build();
    }

    private String javadoc() {
        String models = String.join(".", this.models.type().simpleNames());
        String link = "{@link " + models + "#" + pipeline.target().method().name() + "}";
        String preset = pipeline.preset()
                .map(chosen -> " with the preset {@code " + chosen.annotation().simpleName() + "}")
                .orElse("");
        String source = pipeline.hasDraftModel()
                ? "with {@link " + models + "#"
                        + pipeline.draft().orElseThrow().method().name() + "}"
                        + (RoundGenerator.isPlain(pipeline) ? "" : " by " + code(pipeline.source()))
                : "by " + code(pipeline.source());
        String shape = pipeline.hasDraftModel() ? " in the shape of " + code(pipeline.shape()) : "";
        return Prose.fill(
                link + preset + ": " + MEANING.getOrDefault(pipeline.guarantee(), ""),
                "Drafts " + source + shape + ", as much as " + code(pipeline.schedule()) + " allows; keeps by "
                        + code(pipeline.acceptance()) + ".");
    }

    private static String code(Choice choice) {
        return "{@code " + choice.text() + "}";
    }
}

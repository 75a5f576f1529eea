package dev.specula.codegen.writing;

import com.palantir.javapoet.TypeSpec;
import dev.specula.codegen.model.ModelClass;
import dev.specula.codegen.model.Preset;
import dev.specula.codegen.model.TargetModel;
import dev.specula.codegen.model.Words;
import javax.lang.model.element.Modifier;

/** Writes the enum of a target's presets, for properties that name one. */
final class PresetEnumGenerator {
    private final ModelClass models;
    private final TargetModel target;

    PresetEnumGenerator(ModelClass models, TargetModel target) {
        this.models = models;
        this.target = target;
    }

    // public enum CaptionerPreset {
    //     /** The choices that stand beside the target. */
    //     DEFAULT,
    //     /** The choices of {@code LongAnswers}. */
    //     LONG_ANSWERS
    // }
    TypeSpec generate() {
        String name = target.method().name();
        TypeSpec.Builder type = TypeSpec.enumBuilder(target.presetClass())
                .addOriginatingElement(models.element())
                .addJavadoc(
                        "$L",
                        Prose.fill("The presets of {@link "
                                + String.join(".", models.type().simpleNames()) + "#" + name + "}."))
                .addAnnotation(PipelineGenerator.GENERATED);
        if (models.isPublic()) {
            type.addModifiers(Modifier.PUBLIC);
        }
        type.addEnumConstant("DEFAULT", constant("The choices that stand beside the target."));
        for (Preset preset : target.presets()) {
            String annotation = preset.annotation().simpleName();
            type.addEnumConstant(
                    Words.of(annotation).constant(), constant("The choices of {@code " + annotation + "}."));
        }
        return type.build();
    }

    private static TypeSpec constant(String meaning) {
        return TypeSpec.anonymousClassBuilder("")
                .addJavadoc("$L", meaning + "\n")
                .build();
    }
}

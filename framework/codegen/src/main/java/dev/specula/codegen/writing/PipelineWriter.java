package dev.specula.codegen.writing;

import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import dev.specula.codegen.model.Contract;
import dev.specula.codegen.model.Loop;
import dev.specula.codegen.model.ModelClass;
import dev.specula.codegen.model.Pipeline;
import dev.specula.codegen.model.TargetModel;
import java.io.IOException;
import java.io.Writer;
import java.util.Map;
import javax.annotation.processing.Filer;
import javax.annotation.processing.FilerException;
import javax.tools.StandardLocation;

/** Writes all that is generated for a class. A file that the user, or another run, has written already is left alone. */
public final class PipelineWriter {
    private final Filer filer;

    /** Writes through {@code filer}. */
    public PipelineWriter(Filer filer) {
        this.filer = filer;
    }

    /**
     * Writes the pipelines of {@code models}, which have no problems, in the order of {@code pipelines}.
     *
     * @throws IOException if a file cannot be written
     */
    public void write(ModelClass models, Map<Pipeline, Contract> pipelines) throws IOException {
        for (Map.Entry<Pipeline, Contract> entry : pipelines.entrySet()) {
            writeType(models, generate(models, entry.getKey(), entry.getValue()));
        }
        for (TargetModel target : models.targets()) {
            if (!target.presets().isEmpty()) {
                writeType(models, new PresetEnumGenerator(models, target).generate());
            }
        }
        writeType(models, new FactoryGenerator(models, pipelines).generate());
        writeText(models, new DescriptionGenerator(models, pipelines).generate());
    }

    private static TypeSpec generate(ModelClass models, Pipeline pipeline, Contract contract) {
        return pipeline.loop() == Loop.STATES
                ? new StatesPipelineGenerator(models, pipeline, contract).generate()
                : new PipelineGenerator(models, pipeline, contract).generate();
    }

    private void writeType(ModelClass models, TypeSpec type) throws IOException {
        String source = Layout.of(JavaFile.builder(models.type().packageName(), type)
                .skipJavaLangImports(true)
                .indent("    ")
                .build()
                .toString());
        String name = models.type().peerClass(type.name()).reflectionName();
        try (Writer file = filer.createSourceFile(name, models.element()).openWriter()) {
            file.write(source);
        } catch (FilerException exists) {
            // A source of this name is being compiled: another run of the generator wrote it, or the user did.
        }
    }

    private void writeText(ModelClass models, String text) throws IOException {
        String path = DescriptionGenerator.path(models);
        try (Writer file = filer.createResource(StandardLocation.CLASS_OUTPUT, "", path, models.element())
                .openWriter()) {
            file.write(text);
        } catch (FilerException exists) {
            // See above.
        }
    }
}

package dev.specula.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

/** How the generator lives with what others write. */
class OtherSourcesTests {
    private static final String MODELS = """
            package captions;

            import static dev.specula.Modality.IMAGE;
            import static dev.specula.Modality.TEXT;

            import dev.specula.TargetModel;

            abstract class CaptionModels {
                @TargetModel(
                        accepts = {IMAGE, TEXT},
                        emits = TEXT)
                abstract %s captioner();
            }
            """;

    @Test
    void leavesATypeAloneThatIsThere() throws IOException {
        List<JavaFileObject> sources = new ArrayList<>(Sources.files("good/lookup"));
        String hand = Sources.compiled("good/lookup")
                .generatedSourceFile("captions.CaptionerPipeline")
                .orElseThrow()
                .getCharContent(true)
                .toString();
        sources.add(JavaFileObjects.forSourceString("captions.CaptionerPipeline", hand));

        Compilation compilation =
                Compiler.javac().withProcessors(new SpeculaProcessor()).compile(sources);

        assertThat(compilation.errors()).isEmpty();
        assertThat(compilation.generatedSourceFile("captions.CaptionerPipeline"))
                .isEmpty();
        assertThat(compilation.generatedSourceFile("captions.CaptionModelsPipelines"))
                .isPresent();
    }

    @Test
    void waitsForModelsThatAnotherProcessorWrites() {
        JavaFileObject models =
                JavaFileObjects.forSourceString("captions.CaptionModels", MODELS.formatted("LaterModel"));

        Compilation compilation = Compiler.javac()
                .withProcessors(new SpeculaProcessor(), new LaterModelProcessor())
                .compile(models);

        assertThat(compilation.errors()).isEmpty();
        assertThat(compilation.generatedSourceFile("captions.CaptionerPipeline"))
                .isPresent();
    }

    @Test
    void leavesATypeThatNobodyWritesToTheCompiler() {
        JavaFileObject models =
                JavaFileObjects.forSourceString("captions.CaptionModels", MODELS.formatted("LaterModel"));

        Compilation compilation =
                Compiler.javac().withProcessors(new SpeculaProcessor()).compile(models);

        assertThat(compilation.errors()).hasSize(1);
        assertThat(compilation.errors().get(0).getMessage(null)).contains("cannot find symbol");
    }

    private static final class LaterModelProcessor extends AbstractProcessor {
        private boolean isDone;

        @Override
        public Set<String> getSupportedAnnotationTypes() {
            return Set.of("*");
        }

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return SourceVersion.latestSupported();
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            if (!isDone) {
                isDone = true;
                try (Writer file = processingEnv
                        .getFiler()
                        .createSourceFile("captions.LaterModel")
                        .openWriter()) {
                    file.write("package captions; interface LaterModel extends dev.specula.model.CausalModel {}");
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
            return false;
        }
    }
}

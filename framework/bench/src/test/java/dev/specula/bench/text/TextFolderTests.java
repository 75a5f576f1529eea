package dev.specula.bench.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.specula.bench.TablePipeline;
import dev.specula.bench.workload.Task;
import dev.specula.language.DefaultPipelines;
import dev.specula.language.TextToTextPipeline;
import dev.specula.testkit.TableModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextFolderTests {
    private final TextToTextPipeline pipeline = (TextToTextPipeline) DefaultPipelines.byLookup(TableModel.of(8, 1), 4);

    @TempDir
    private Path folder;

    @Test
    void asksTheTextsOfAFolderInTheOrderOfTheirNamesAgainAndAgain() throws IOException {
        Files.writeString(folder.resolve("2.txt"), "ba\n");
        Files.writeString(folder.resolve("1.txt"), "ab");
        Files.writeString(folder.resolve("0.md"), "no request");

        TextFolder texts = new TextFolder(folder);

        assertThat(texts.fits(pipeline)).isTrue();
        assertThat(texts.tasks(pipeline, 3).stream().map(TextFolderTests::tokens))
                .containsExactly(List.of(0, 1), List.of(1, 0), List.of(0, 1));
    }

    private static List<Integer> tokens(Task task) {
        return List.of(
                task.prompts().target().token(0, 0), task.prompts().target().token(1, 0));
    }

    @Test
    void refusesAFolderWithoutAText() {
        assertThatThrownBy(() -> new TextFolder(folder))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least one text");
    }

    @Test
    void passagesComeWithTheModule() {
        Passages passages = new Passages();

        assertThat(passages.fits(pipeline)).isTrue();
        assertThat(passages.fits(TablePipeline.right().pipeline())).isFalse();
        assertThat(passages.tasks(pipeline, 20)).hasSize(20).doesNotHaveDuplicates();
    }
}

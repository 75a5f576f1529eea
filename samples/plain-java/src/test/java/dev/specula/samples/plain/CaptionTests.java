package dev.specula.samples.plain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.specula.blocks.scene.Renderer;
import dev.specula.blocks.scene.Rendering;
import dev.specula.blocks.scene.Scenes;
import dev.specula.blocks.scene.SeedRange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaptionTests {
    @Test
    void takesFortyLinesBesideItsImports() throws IOException {
        List<String> lines =
                Files.readAllLines(Path.of("src/main/java/dev/specula/samples/plain/Caption.java")).stream()
                        .dropWhile(line -> !line.startsWith("/**"))
                        .toList();

        assertThat(lines).hasSizeBetween(10, 40);
    }

    @Test
    void captionsAPicture(@TempDir Path folder) throws IOException {
        long seed = SeedRange.DEMONSTRATION.seed(0);
        Path picture = folder.resolve("picture.png");
        ImageIO.write(Renderer.draw(Scenes.scene(seed), Rendering.plain(seed)), "png", picture.toFile());
        PrintStream before = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        try (PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8)) {
            System.setOut(out);
            Caption.main(picture.toString());
        } finally {
            System.setOut(before);
        }

        assertThat(printed.toString(StandardCharsets.UTF_8))
                .containsPattern("[a-z]+ [a-z]+.*\\R\\(\\d\\.\\d\\d tokens a round\\)");
    }
}

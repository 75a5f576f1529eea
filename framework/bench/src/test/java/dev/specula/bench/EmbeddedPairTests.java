package dev.specula.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pair that ships, with the pipelines that ship: the same over 500 pictures is a command. */
class EmbeddedPairTests {
    @Test
    void saysTheVeryTokensOfItsTargetAlone() {
        // 40 pictures, a caption and a question each, at temperatures 0 and 0.8, drafted by model and by lookup.
        assertThat(Main.run("verify", "--pipelines", "blocks,blocks.lookup", "--prompts", "80"))
                .isZero();
    }

    @Test
    void leavesItsTargetAtNearTiesOnlyWhereItDraftsATree() {
        assertThat(Main.run("verify", "--pipelines", "blocks.tree", "--weights", "f32", "--prompts", "20"))
                .isZero();
    }

    @Test
    void countsThePicturesThatDifferWhereOnlyTheirLawIsKept() {
        assertThat(Main.run(
                        "verify",
                        "--pipelines",
                        "painter.scd",
                        "--prompts",
                        "1",
                        "--temperatures",
                        "1",
                        "--max-new-tokens",
                        "40"))
                .isZero();
    }

    @Test
    void asksAboutPicturesOnlyPipelinesThatSee(@TempDir Path folder) throws IOException {
        ImageIO.write(
                new BufferedImage(96, 96, BufferedImage.TYPE_INT_RGB),
                "png",
                folder.resolve("black.png").toFile());

        assertThat(Main.run(
                        "verify",
                        "--pipelines",
                        "blocks.lookup,spokenBlocks.lookup",
                        "--pictures",
                        folder.toString(),
                        "--prompts",
                        "1",
                        "--temperatures",
                        "0"))
                .isZero();
    }

    @Test
    void writesDownSpokenCommandsAsTheTargetAloneDoes() {
        // 8 clips with timestamps and without, at temperatures 0 and 0.8.
        assertThat(Main.run(
                        "verify",
                        "--pipelines",
                        "spokenBlocks,spokenBlocks.lookup,spokenBlocks.chain",
                        "--prompts",
                        "16"))
                .isZero();
    }
}

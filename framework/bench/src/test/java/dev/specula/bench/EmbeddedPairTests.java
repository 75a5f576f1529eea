package dev.specula.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

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

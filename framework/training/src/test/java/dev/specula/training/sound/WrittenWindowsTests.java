package dev.specula.training.sound;

import static org.assertj.core.api.Assertions.assertThat;

import dev.specula.training.data.HeadTokens;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WrittenWindowsTests {

    @Test
    void aKeptWindowIsTheOneThatWasWritten(@TempDir Path folder) throws IOException {
        WrittenWindows windows = new WrittenWindows(folder);
        assertThat(windows.has(7)).isFalse();
        WrittenWindow written = window(3, 4);
        windows.add(7, written);
        assertThat(windows.has(7)).isTrue();
        WrittenWindow kept = WrittenWindows.read(windows.files().get(0));
        assertThat(kept.rows()).isEqualTo(written.rows());
        assertThat(kept.prompt()).isEqualTo(written.prompt());
        assertThat(kept.answer()).isEqualTo(written.answer());
        assertThat(kept.likeliest()).isEqualTo(written.likeliest());
        assertThat(kept.probs()).isEqualTo(written.probs());
    }

    @Test
    void halvesAreTheNearest() {
        float[] values = {0, 1, -2.5f, 65_504, 1e9f, 0x1p-24f, 0x1.004p0f, 0x1.006p0f, 1 / 3f};
        ShortBuffer halves = ByteBuffer.wrap(WrittenWindow.halves(values))
                .order(ByteOrder.LITTLE_ENDIAN)
                .asShortBuffer();
        int[] found = IntStream.range(0, values.length)
                .map(place -> halves.get(place) & 0xffff)
                .toArray();
        assertThat(found).containsExactly(0, 0x3c00, 0xc100, 0x7bff, 0x7bff, 1, 0x3c01, 0x3c02, 0x3555);
    }

    @Test
    void aBatchAsksForWhatTheHeadCanSay() {
        HeadTokens head = HeadTokens.of(new long[] {0, 5, 3, 9, 1, 0, 0, 0, 0, 0}, 2, IntStream.of(7));
        assertThat(head.tokens()).containsExactly(1, 3, 7);
        WindowBatch batch = WindowBatch.of(List.of(window(3, 7), window(1)), head);
        assertThat(batch.length()).isEqualTo(3);
        assertThat(batch.ids()).containsExactly(8, 9, 3, 8, 9, 0);
        assertThat(batch.places()).containsExactly(1, 2, 4);
        assertThat(batch.answers()).containsExactly(1, 2, 0);
        assertThat(batch.columns()).startsWith(1, 0);
        assertThat(batch.probs()).startsWith(0.5f, 0);
    }

    /** Its law at each place: the answer, and a token that is rare. */
    private static WrittenWindow window(int... answer) {
        int[] likeliest = new int[answer.length * WrittenWindow.KEPT];
        float[] probs = new float[likeliest.length];
        for (int place = 0; place < answer.length; place++) {
            likeliest[place * WrittenWindow.KEPT] = answer[place];
            likeliest[place * WrittenWindow.KEPT + 1] = 4;
            probs[place * WrittenWindow.KEPT] = 0.5f;
            probs[place * WrittenWindow.KEPT + 1] = 0.25f;
        }
        return new WrittenWindow(new byte[12], new int[] {8, 9}, answer, likeliest, probs);
    }
}

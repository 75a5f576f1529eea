package dev.specula.samples.texttoimage;

import dev.specula.Guarantee;
import dev.specula.media.Picture;
import dev.specula.plan.PipelineDescription;
import dev.specula.report.RunReport;
import dev.specula.texttoimage.Caption;
import dev.specula.texttoimage.Drawing;
import dev.specula.texttoimage.GrowingPicture;
import dev.specula.texttoimage.PictureSize;
import dev.specula.texttoimage.RowListener;
import dev.specula.texttoimage.TextToImage;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Draws two rows of black pixels, and remembers what it was asked. */
public final class ScriptedDrawer implements TextToImage {
    private static final AtomicReference<Caption> ASKED = new AtomicReference<>();
    private static final Picture BLACK = Picture.of(new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB));

    /** In place of the starter's own pipeline. */
    @TestConfiguration(proxyBeanMethods = false)
    public static class InPlaceOfTheModels {
        @Bean
        TextToImage scripted() {
            return new ScriptedDrawer();
        }
    }

    /** What was asked last. */
    public static Caption asked() {
        return Objects.requireNonNull(ASKED.get(), "nothing was asked");
    }

    @Override
    public PipelineDescription description() {
        return new PipelineDescription(
                "scripted", "default", Guarantee.SAME_TOKENS, "jacobi-window", "chain", "match", "self-tuning", 8);
    }

    @Override
    public List<PictureSize> sizes() {
        return List.of(new PictureSize(4, 4));
    }

    @Override
    public Drawing draw(Caption caption, RowListener listener) {
        ASKED.set(caption);
        for (int row = 1; row <= 2; row++) {
            listener.drawn(new Rows(row));
        }
        return Drawing.of(BLACK, new int[] {7, 8, 9}, new RunReport());
    }

    private record Rows(int rows) implements GrowingPicture {
        @Override
        public int rowsInAll() {
            return 2;
        }

        @Override
        public Picture picture() {
            return BLACK.top(2 * rows);
        }
    }
}

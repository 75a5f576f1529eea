package dev.specula.spring.drawing;

import dev.specula.Guarantee;
import dev.specula.media.Picture;
import dev.specula.plan.PipelineDescription;
import dev.specula.report.RunReport;
import dev.specula.texttoimage.Caption;
import dev.specula.texttoimage.Drawing;
import dev.specula.texttoimage.PictureSize;
import dev.specula.texttoimage.RowListener;
import dev.specula.texttoimage.TextToImage;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Draws black pictures and remembers what it was asked. */
public final class ScriptedTextToImage implements TextToImage {
    private static final Picture BLACK = Picture.of(new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB));

    private final PipelineDescription description;
    private final List<Caption> asked = new ArrayList<>();
    private volatile @Nullable String thread;

    public ScriptedTextToImage(String name, String preset) {
        description = new PipelineDescription(
                name, preset, Guarantee.SAME_TOKENS, "jacobi-window", "chain", "match", "self-tuning", 8);
    }

    public List<Caption> asked() {
        return asked;
    }

    public @Nullable String thread() {
        return thread;
    }

    @Override
    public PipelineDescription description() {
        return description;
    }

    @Override
    public List<PictureSize> sizes() {
        return List.of(new PictureSize(4, 4));
    }

    @Override
    public Drawing draw(Caption caption, RowListener listener) {
        asked.add(caption);
        thread = Thread.currentThread().getName();
        if (caption.options().size().filter(size -> size.width() != 4).isPresent()) {
            throw new IllegalArgumentException("the size must be one of [4 x 4]");
        }
        return Drawing.of(BLACK, new int[] {5, 6}, new RunReport());
    }
}

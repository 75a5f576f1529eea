package dev.specula.texttoimage;

import dev.specula.Contract;
import dev.specula.Modality;
import dev.specula.plan.Described;
import dev.specula.token.DraftsByJacobi;
import java.util.List;

/**
 * Draws pictures of captions. Thread-safe; a picture is computed on the thread that asks.
 *
 * <pre>{@code
 * Drawing drawing = pictures.draw(Caption.of("a red square left of a small blue circle"));
 * Files.write(path, drawing.png());
 * }</pre>
 *
 * <p>What is refused, with {@link IllegalArgumentException}: an empty caption, options out of range, a size that the model
 * does not draw, a preset that does not exist.
 */
@Contract(
        accepts = Modality.TEXT,
        emits = Modality.IMAGE,
        pipeline = TextToImagePipeline.class,
        guided = true,
        source = DraftsByJacobi.class)
public interface TextToImage extends Described {
    /** The sizes that are drawn, the usual one first. */
    List<PictureSize> sizes();

    /**
     * How a caption is drawn that says nothing of it, its options being {@link DrawingOptions#DEFAULT} itself; where one thing
     * is to be different, start from these.
     */
    default DrawingOptions options() {
        return DrawingOptions.DEFAULT;
    }

    /**
     * Draws while {@code listener} sees the picture grow. The drawing stops within a round when the listener wants no more or
     * the thread is interrupted (which stays so); what was drawn until then is returned and marked as partial.
     *
     * @throws CaptionTooLongException if the caption leaves no room for a picture
     */
    Drawing draw(Caption caption, RowListener listener);

    /** Draws in one piece. */
    default Drawing draw(Caption caption) {
        return draw(caption, RowListener.NONE);
    }
}

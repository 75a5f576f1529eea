package dev.specula.bench.picture;

import dev.specula.bench.workload.Task;
import dev.specula.bench.workload.Workload;
import dev.specula.media.UnreadablePictureException;
import dev.specula.plan.Pipeline;
import dev.specula.visionlanguage.ImageToTextPipeline;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/** The pictures of a folder, in the order of their names, again and again. Each round asks differently. */
public final class PictureFolder implements Workload {
    private static final List<String> REQUESTS =
            List.of("describe the picture.", "what do you see?", "list the shapes.", "write a caption.");

    private final List<Path> files;

    /**
     * The pictures in {@code folder}.
     *
     * @throws UnreadablePictureException if it holds none
     */
    public PictureFolder(Path folder) {
        try (Stream<Path> all = Files.list(folder)) {
            List<String> suffixes = List.of(ImageIO.getReaderFileSuffixes());
            files = all.filter(file -> suffixes.contains(suffix(file))).sorted().toList();
        } catch (IOException e) {
            throw new UnreadablePictureException(
                    "\"" + folder + "\" must be a folder of pictures, but cannot be listed.", e);
        }
        if (files.isEmpty()) {
            throw new UnreadablePictureException("\"" + folder + "\" must hold at least one picture, but has none.");
        }
    }

    private static String suffix(Path file) {
        String name = file.getFileName().toString();
        return name.substring(name.lastIndexOf('.') + 1);
    }

    @Override
    public boolean fits(Pipeline pipeline) {
        return pipeline instanceof ImageToTextPipeline;
    }

    @Override
    public List<Task> tasks(Pipeline pipeline, int count) {
        List<Task> tasks = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String words = REQUESTS.get(i / files.size() % REQUESTS.size());
            tasks.add(new PictureTask((ImageToTextPipeline) pipeline, image(files.get(i % files.size())), words));
        }
        return tasks;
    }

    private static BufferedImage image(Path file) {
        try {
            BufferedImage image = ImageIO.read(new File(file.toString()));
            if (image == null) {
                throw new UnreadablePictureException("\"" + file + "\" must be a picture, but is none.");
            }
            return image;
        } catch (IOException e) {
            throw new UnreadablePictureException("\"" + file + "\" cannot be read.", e);
        }
    }
}

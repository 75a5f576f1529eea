package dev.specula.onnx;

import dev.specula.token.Draft;
import dev.specula.token.Followers;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Supplier;

/** Followers of a model's tokens, kept beside its prepared graphs: big-endian numbers of 4 bytes. What is there is whole, for it came by a rename. */
final class FollowersFile {
    private static final String NAME = "followers";
    private static final System.Logger LOG = System.getLogger(FollowersFile.class.getName());

    private final Path folder;
    private final int tokens;
    private final int vocabulary;

    /**
     * The file in {@code folder}, which need not be there.
     *
     * @param tokens how many tokens it is about
     * @param vocabulary number of tokens that may follow
     */
    FollowersFile(Path folder, int tokens, int vocabulary) {
        this.folder = folder;
        this.tokens = tokens;
        this.vocabulary = vocabulary;
    }

    /** What is kept; otherwise {@code asked}, which is kept then if it can be. */
    Followers orElseKeep(Supplier<Followers> asked) {
        Path file = folder.resolve(NAME);
        try {
            int[] next = new int[tokens];
            ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
            if (bytes.remaining() == Integer.BYTES * tokens) {
                bytes.asIntBuffer().get(next);
                if (areTokens(next)) {
                    return Followers.of(next);
                }
            }
            LOG.log(Level.WARNING, "{0} is damaged; the model is asked again.", file);
        } catch (NoSuchFileException e) {
            LOG.log(Level.DEBUG, "Nobody asked yet: " + file, e);
        } catch (IOException e) {
            LOG.log(Level.WARNING, file + " cannot be read; the model is asked again.", e);
        }
        Followers followers = asked.get();
        keep(followers, file);
        return followers;
    }

    private boolean areTokens(int[] next) {
        for (int token : next) {
            if (token != Draft.NONE && (token < 0 || token >= vocabulary)) {
                return false;
            }
        }
        return true;
    }

    private void keep(Followers followers, Path file) {
        if (!Files.isDirectory(folder)) {
            return; // its graphs are not kept either
        }
        ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES * tokens);
        IntBuffer next = bytes.asIntBuffer();
        for (int token = 0; token < tokens; token++) {
            next.put(followers.after(token));
        }
        try {
            Path whole = Files.createTempFile(folder, NAME, "");
            Files.write(whole, bytes.array());
            Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "Followers cannot be kept in " + folder + ".", e);
        }
    }
}

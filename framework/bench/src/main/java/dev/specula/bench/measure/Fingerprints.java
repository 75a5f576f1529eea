package dev.specula.bench.measure;

import dev.specula.bench.decoding.Decoder;
import dev.specula.bench.decoding.Subject;
import dev.specula.bench.decoding.Way;
import dev.specula.bench.report.ModelFingerprint;
import dev.specula.bench.workload.Task;
import dev.specula.model.CausalModel;
import dev.specula.token.Sampling;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;

/** Takes the fingerprints of models from their constants and from what they say. */
public final class Fingerprints {
    private static final int TOKENS = 64;
    private static final int BYTES = 8;

    private Fingerprints() {}

    /** Of the models of {@code subject}; what each answers to {@code tasks} by itself is hashed. */
    public static List<ModelFingerprint> of(Subject subject, List<Task> tasks) {
        List<ModelFingerprint> fingerprints = new ArrayList<>();
        Decoder decoder = new Decoder(subject, Way.REFERENCE, TOKENS);
        fingerprints.add(new ModelFingerprint(
                subject.target().spec(),
                hash(tasks, task -> decoder.say(task, Sampling.GREEDY).tokens())));
        CausalModel draft = subject.draft();
        if (draft != null) {
            fingerprints.add(new ModelFingerprint(
                    draft.spec(),
                    hash(tasks, task -> Decoder.alone(draft, task.prompts().draft(), TOKENS))));
        }
        return fingerprints;
    }

    private static String hash(List<Task> tasks, Function<Task, int[]> answers) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Task task : tasks) {
                int[] tokens = answers.apply(task);
                ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES * tokens.length);
                bytes.asIntBuffer().put(tokens);
                digest.update(bytes.array());
            }
            return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("Every Java platform has SHA-256.", e);
        }
    }
}

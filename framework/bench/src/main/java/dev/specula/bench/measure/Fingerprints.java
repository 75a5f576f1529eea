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

/** Takes the fingerprints of models from their constants and from what they say. */
public final class Fingerprints {
    private static final int TOKENS = 64;
    private static final int BYTES = 8;

    private Fingerprints() {}

    /** Of the models of {@code subject}; the target's answers to {@code tasks} are hashed. */
    public static List<ModelFingerprint> of(Subject subject, List<Task> tasks) {
        List<ModelFingerprint> fingerprints = new ArrayList<>();
        fingerprints.add(new ModelFingerprint(subject.target().spec(), answers(subject, tasks)));
        CausalModel draft = subject.draft();
        if (draft != null) {
            fingerprints.add(new ModelFingerprint(draft.spec(), ""));
        }
        return fingerprints;
    }

    private static String answers(Subject subject, List<Task> tasks) {
        Decoder decoder = new Decoder(subject, Way.REFERENCE, TOKENS);
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Task task : tasks) {
                int[] tokens = decoder.say(task, Sampling.GREEDY).tokens();
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

package dev.specula.training.sound;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** A window of sound as a target of speech heard it, and what it wrote. The arrays are live. */
public final class WrittenWindow {

    /** Tokens of a law that are kept. */
    public static final int KEPT = 8;

    private static final float LARGEST = 65_504;

    private final byte[] rows; // (rows, width) halves, little-endian
    private final int[] prompt;
    private final int[] answer;
    private final int[] likeliest; // (answer, kept)
    private final float[] probs; // (answer, kept)

    /** What was heard and written; the arrays are kept. */
    public WrittenWindow(byte[] rows, int[] prompt, int[] answer, int[] likeliest, float[] probs) {
        this.rows = rows;
        this.prompt = prompt;
        this.answer = answer;
        this.likeliest = likeliest;
        this.probs = probs;
    }

    /** What the target's encoder made of the sound, {@code (rows, width)} IEEE halves, little-endian. */
    public byte[] rows() {
        return rows;
    }

    /** Tokens that the answer follows. */
    public int[] prompt() {
        return prompt;
    }

    /** The target's most likely tokens, the end included. */
    public int[] answer() {
        return answer;
    }

    /** The likeliest tokens at each place of the answer, the likeliest first, {@code (answer, kept)}. */
    public int[] likeliest() {
        return likeliest;
    }

    /** Their probabilities at temperature 1, {@code (answer, kept)}. */
    public float[] probs() {
        return probs;
    }

    /** {@code values} as halves, rounded to the nearest. */
    public static byte[] halves(float[] values) {
        ByteBuffer bytes = ByteBuffer.allocate(Short.BYTES * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (float value : values) {
            bytes.putShort(half(value));
        }
        return bytes.array();
    }

    private static short half(float value) {
        float clipped = Math.max(-LARGEST, Math.min(LARGEST, value));
        int sign = Float.floatToRawIntBits(clipped) >>> 16 & 0x8000;
        float magnitude = Math.abs(clipped);
        if (magnitude < 0x1p-14f) {
            return (short) (sign | Math.round(magnitude * 0x1p24f));
        }
        int bits = Float.floatToRawIntBits(magnitude);
        int nearest = bits + 0xfff + (bits >>> 13 & 1); // ties to even
        return (short) (sign | (nearest >>> 13) - (112 << 10));
    }

    void write(DataOutputStream out) throws IOException {
        out.writeInt(rows.length);
        out.write(rows);
        write(prompt, out);
        write(answer, out);
        write(likeliest, out);
        for (float prob : probs) {
            out.writeFloat(prob);
        }
    }

    private static void write(int[] numbers, DataOutputStream out) throws IOException {
        out.writeInt(numbers.length);
        for (int number : numbers) {
            out.writeInt(number);
        }
    }

    static WrittenWindow read(DataInputStream in) throws IOException {
        byte[] rows = in.readNBytes(in.readInt());
        int[] prompt = numbers(in);
        int[] answer = numbers(in);
        int[] likeliest = numbers(in);
        float[] probs = new float[likeliest.length];
        for (int place = 0; place < probs.length; place++) {
            probs[place] = in.readFloat();
        }
        return new WrittenWindow(rows, prompt, answer, likeliest, probs);
    }

    private static int[] numbers(DataInputStream in) throws IOException {
        int[] numbers = new int[in.readInt()];
        for (int place = 0; place < numbers.length; place++) {
            numbers[place] = in.readInt();
        }
        return numbers;
    }
}

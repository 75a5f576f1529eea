package dev.specula.training.sound;

import dev.specula.media.LogMel;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A window of speech as a model hears it, and what is said in it. The arrays are live.
 */
public final class Clip {

    /** Length of a window. */
    public static final int SECONDS = 10;

    /** Bands of a spectrogram. */
    public static final int BINS = 80;

    /** Frames of a spectrogram. */
    public static final int FRAMES = 100 * SECONDS;

    /** Rows an encoder makes of a window. */
    public static final int ROWS = FRAMES / 2;

    /** Tenths of a second in a window. */
    public static final int TENTHS = 10 * SECONDS;

    /** Kinds of phones, silence being 0. */
    public static final int PHONES = Phones.count();

    static final int SAMPLES = SECONDS * LogMel.RATE;
    static final double ROWS_PER_SECOND = (double) ROWS / SECONDS;
    private static final float STEPS = 16_384;

    private final short[] spectrogram; // (bins, frames), in steps of 1/16384
    private final byte[] phones; // of each row of an encoder
    private final List<Sentence> sentences;

    private Clip(short[] spectrogram, byte[] phones, List<Sentence> sentences) {
        this.spectrogram = spectrogram;
        this.phones = phones;
        this.sentences = sentences;
    }

    static Clip of(HeardClip heard, LogMel ears) {
        FloatBuffer values = ears.of(Arrays.copyOf(heard.sound(), heard.length()));
        short[] spectrogram = new short[BINS * FRAMES];
        for (int place = 0; place < spectrogram.length; place++) {
            spectrogram[place] =
                    (short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, values.get(place) * STEPS));
        }
        byte[] phones = new byte[ROWS];
        for (Spoken.Part phone : heard.phones()) {
            int end = Math.min(ROWS, row(phone.end()));
            for (int row = row(phone.start()); row < end; row++) {
                phones[row] = Phones.number(phone.text());
            }
        }
        return new Clip(spectrogram, phones, heard.sentences());
    }

    /** The row that hears what is at {@code seconds}. */
    static int row(double seconds) {
        return (int) Math.round(seconds * ROWS_PER_SECOND);
    }

    short[] spectrogram() {
        return spectrogram;
    }

    /** The phone that each row hears. */
    byte[] phones() {
        return phones;
    }

    List<Sentence> sentences() {
        return sentences;
    }

    /** What is said, lower case. */
    public String text() {
        return sentences.stream().map(Sentence::text).collect(Collectors.joining(" "));
    }

    /** Writes the spectrogram to {@code into} from {@code offset}. */
    void hear(float[] into, int offset) {
        for (int place = 0; place < spectrogram.length; place++) {
            into[offset + place] = spectrogram[place] / STEPS;
        }
    }

    void write(DataOutputStream out) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(Short.BYTES * spectrogram.length);
        bytes.asShortBuffer().put(spectrogram);
        out.write(bytes.array());
        out.write(phones);
        out.writeInt(sentences.size());
        for (Sentence sentence : sentences) {
            out.writeBoolean(sentence.whole());
            out.writeInt(sentence.words().size());
            for (Spoken.Part word : sentence.words()) {
                out.writeUTF(word.text());
                out.writeDouble(word.start());
                out.writeDouble(word.end());
            }
        }
    }

    static Clip read(DataInputStream in) throws IOException {
        short[] spectrogram = new short[BINS * FRAMES];
        ByteBuffer.wrap(in.readNBytes(Short.BYTES * spectrogram.length))
                .asShortBuffer()
                .get(spectrogram);
        byte[] phones = in.readNBytes(ROWS);
        List<Sentence> sentences = new ArrayList<>();
        int count = in.readInt();
        for (int sentence = 0; sentence < count; sentence++) {
            boolean whole = in.readBoolean();
            int length = in.readInt();
            List<Spoken.Part> words = new ArrayList<>();
            for (int word = 0; word < length; word++) {
                words.add(new Spoken.Part(in.readUTF(), in.readDouble(), in.readDouble()));
            }
            sentences.add(new Sentence(words, whole));
        }
        return new Clip(spectrogram, phones, sentences);
    }
}

package dev.specula.media;

import com.jcraft.jogg.Packet;
import com.jcraft.jogg.Page;
import com.jcraft.jogg.StreamState;
import com.jcraft.jogg.SyncState;
import com.jcraft.jorbis.Block;
import com.jcraft.jorbis.Comment;
import com.jcraft.jorbis.DspState;
import com.jcraft.jorbis.Info;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Reads Vorbis in Ogg, a packet at a time; of several streams in a file the first. */
final class VorbisBlocks implements SampleBlocks {
    private static final int CHUNK = 4096; // bytes
    private static final int MOST_CHANNELS = 64;
    private static final int HEADS = 3; // packets before the sound
    private static final int COMMENT = 1; // which of them tells title, artist and so on
    private static final int SETUP = 2; // which of them sets the decoder up
    private static final int COMMENT_HEAD = 7; // bytes before the first length

    private final InputStream in;
    private final SyncState sync = new SyncState();
    private final StreamState stream = new StreamState();
    private final Page page = new Page();
    private final Packet packet = new Packet();
    private final Info info = new Info();
    private final DspState synthesis = new DspState();
    private final Block block = new Block(synthesis);
    private final int serial; // of the stream
    private long produced; // samples

    VorbisBlocks(InputStream in) throws IOException {
        this.in = in;
        sync.init();
        info.init();
        Comment comment = new Comment();
        comment.init();
        if (!readPage()) {
            throw new IOException("an Ogg file must hold a page, but ends before.");
        }
        serial = page.serialno();
        stream.init(serial);
        stream.pagein(page);
        try {
            for (int head = 0; head < HEADS; head++) {
                if (!readPacket()
                        || (head == COMMENT && !commentsFit())
                        || (head == SETUP && !VorbisSetup.isSound(packet.packet_base, packet.packet, packet.bytes))
                        || info.synthesis_headerin(comment, packet) < 0) {
                    throw new IOException("the head of its Vorbis stream is broken.");
                }
            }
            if (info.channels < 1 || info.channels > MOST_CHANNELS) {
                throw new IOException("a Vorbis stream must have 1 to " + MOST_CHANNELS + " channels, but tells of "
                        + info.channels + ".");
            }
            synthesis.synthesis_init(info);
            block.init(synthesis);
        } catch (RuntimeException e) {
            throw new IOException("the head of its Vorbis stream is broken.", e);
        }
    }

    /** Whether the texts of the second packet are as long as it says: the decoder allocates what it is told. */
    private boolean commentsFit() {
        ByteBuffer texts =
                ByteBuffer.wrap(packet.packet_base, packet.packet, packet.bytes).order(ByteOrder.LITTLE_ENDIAN);
        if (texts.remaining() < COMMENT_HEAD) {
            return false;
        }
        texts.position(texts.position() + COMMENT_HEAD);
        if (!skipText(texts) || texts.remaining() < Integer.BYTES) {
            return false;
        }
        int count = texts.getInt();
        boolean fits = count >= 0 && count <= texts.remaining() / Integer.BYTES;
        for (int i = 0; i < count && fits; i++) {
            fits = skipText(texts);
        }
        return fits;
    }

    private static boolean skipText(ByteBuffer texts) {
        if (texts.remaining() < Integer.BYTES) {
            return false;
        }
        int length = texts.getInt();
        if (length < 0 || length > texts.remaining()) {
            return false;
        }
        texts.position(texts.position() + length);
        return true;
    }

    @Override
    public int rate() {
        return info.rate;
    }

    @Override
    public float[] next() throws IOException {
        try {
            while (readPacket()) {
                if (block.synthesis(packet) != 0) {
                    continue; // no sound, or broken: the next packet stands for itself
                }
                synthesis.synthesis_blockin(block);
                float[][][] channels = new float[1][][];
                int[] starts = new int[info.channels];
                int ready = synthesis.synthesis_pcmout(channels, starts);
                int wanted = wanted(ready);
                if (wanted > 0) {
                    float[] samples = average(channels[0], starts, wanted);
                    synthesis.synthesis_read(ready);
                    produced += wanted;
                    return samples;
                }
            }
            return new float[0];
        } catch (RuntimeException e) { // a broken packet can lead the decoder out of its arrays
            throw new IOException("a packet is broken.", e);
        }
    }

    /** Of {@code ready} samples those before the end of the sound: the last packet fills its block up and tells how many count. */
    private int wanted(int ready) {
        boolean last = packet.e_o_s != 0 && packet.granulepos >= 0;
        return last ? (int) Math.max(0, Math.min(ready, packet.granulepos - produced)) : ready;
    }

    private float[] average(float[][] channels, int[] starts, int length) {
        float[] samples = new float[length];
        for (int i = 0; i < length; i++) {
            double sum = 0;
            for (int channel = 0; channel < info.channels; channel++) {
                sum += channels[channel][starts[channel] + i];
            }
            samples[i] = (float) Math.max(-1, Math.min(1, sum / info.channels));
        }
        return samples;
    }

    /** Moves to the next packet of the stream; false at the end. */
    private boolean readPacket() throws IOException {
        while (true) {
            int found = stream.packetout(packet);
            if (found > 0) {
                return true;
            }
            if (found == 0) {
                if (!readPage()) {
                    return false;
                }
                if (page.serialno() == serial) {
                    stream.pagein(page);
                }
            }
        }
    }

    private boolean readPage() throws IOException {
        while (sync.pageout(page) <= 0) {
            int at = sync.buffer(CHUNK);
            int read = in.read(sync.data, at, CHUNK);
            if (read < 0) {
                return false;
            }
            sync.wrote(read);
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}

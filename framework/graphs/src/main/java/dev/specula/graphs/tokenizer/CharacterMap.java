package dev.specula.graphs.tokenizer;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;

/**
 * The map of characters of a SentencePiece model: a trie of what is replaced in a double array (Aoe 1989, as Darts lays it out), and
 * the texts that replace it, each ended by a nought. It is gone through before the native library sees it, which follows it anywhere.
 */
final class CharacterMap {
    private static final int LEAF = 1 << 8;
    private static final int FAR = 1 << 9; // the offset counts in steps of 256
    private static final int LABEL = 1 << 31 | 0xFF;

    private final int[] units;
    private final byte[] texts;

    private CharacterMap(int[] units, byte[] texts) {
        this.units = units;
        this.texts = texts;
    }

    /** Whether every way through the trie stays in its array, and leads to a text. */
    static boolean isSound(byte[] bytes) {
        ByteBuffer all = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        if (all.remaining() < Integer.BYTES) {
            return false;
        }
        long units = (all.getInt() & 0xFFFFFFFFL) / Integer.BYTES;
        if (units < 1 || units > all.remaining() / Integer.BYTES) {
            return false;
        }
        int[] array = new int[(int) units];
        for (int i = 0; i < array.length; i++) {
            array[i] = all.getInt();
        }
        byte[] texts = new byte[all.remaining()];
        all.get(texts);
        return isUtf8(texts) && new CharacterMap(array, texts).isSound();
    }

    /** The characters of the longest text that a sound map replaces another by. */
    static int longest(byte[] bytes) {
        int start = Integer.BYTES
                + ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt();
        String texts = new String(bytes, start, bytes.length - start, StandardCharsets.UTF_8);
        return Arrays.stream(texts.split("\0", -1))
                .mapToInt(String::length)
                .max()
                .orElse(0);
    }

    private static boolean isUtf8(byte[] texts) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(texts));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private boolean isSound() {
        BitSet seen = new BitSet(units.length);
        Deque<Integer> open = new ArrayDeque<>();
        open.add(offset(units[0]));
        while (!open.isEmpty()) {
            int node = open.remove();
            for (int label = 1; label < 256; label++) {
                int at = node ^ label;
                if (at >= units.length) {
                    return false;
                }
                if ((units[at] & LABEL) == label && !seen.get(at)) {
                    seen.set(at);
                    int next = at ^ offset(units[at]);
                    if ((units[at] & LEAF) != 0 && !leadsToText(next)) {
                        return false;
                    }
                    open.add(next);
                }
            }
        }
        return true;
    }

    private static int offset(int unit) {
        return unit >>> 10 << ((unit & FAR) >> 6);
    }

    /** Whether a text starts where the unit says, and not inside a character. */
    private boolean leadsToText(int node) {
        if (node >= units.length || node < 0) {
            return false;
        }
        int start = units[node] & Integer.MAX_VALUE;
        return start <= texts.length && (start == texts.length || (texts[start] & 0xC0) != 0x80);
    }
}

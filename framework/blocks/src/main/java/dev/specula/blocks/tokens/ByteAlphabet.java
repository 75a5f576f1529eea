package dev.specula.blocks.tokens;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** GPT-2's printable stand-ins for bytes (Radford et al. 2019): a space becomes U+0120, letters stay themselves. */
final class ByteAlphabet {

    private static final char[] STAND_IN = standIns();

    private ByteAlphabet() {}

    /** One character per UTF-8 byte of {@code text}. */
    static String encode(String text) {
        StringBuilder encoded = new StringBuilder();
        for (byte unit : text.getBytes(StandardCharsets.UTF_8)) {
            encoded.append(STAND_IN[unit & 255]);
        }
        return encoded.toString();
    }

    static String decode(String encoded) {
        byte[] bytes = new byte[encoded.length()];
        for (int index = 0; index < bytes.length; index++) {
            bytes[index] = (byte) new String(STAND_IN).indexOf(encoded.charAt(index));
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** The stand-ins of space, line feed and the printable ASCII characters that are lower case or no letter. */
    static List<String> lowerCaseAscii() {
        List<String> alphabet = new ArrayList<>();
        alphabet.add(String.valueOf(STAND_IN['\n']));
        for (char c = ' '; c < 127; c++) {
            if (!Character.isUpperCase(c)) {
                alphabet.add(String.valueOf(STAND_IN[c]));
            }
        }
        return alphabet;
    }

    private static char[] standIns() {
        char[] standIns = new char[256];
        char next = 256;
        for (int unit = 0; unit < 256; unit++) {
            boolean printable = (unit >= '!' && unit <= '~') || (unit >= 0xa1 && unit <= 0xac) || unit >= 0xae;
            standIns[unit] = printable ? (char) unit : next++;
        }
        return standIns;
    }
}

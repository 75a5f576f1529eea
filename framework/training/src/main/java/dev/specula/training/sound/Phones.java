package dev.specula.training.sound;

import java.util.List;

/** The phones of the synthesiser's American English, silence first. */
final class Phones {

    private static final List<String> NAMES = List.of(
            "pau", "aa", "ae", "ah", "ao", "aw", "ax", "ay", "b", "ch", "d", "dh", "eh", "er", "ey", "f", "g", "hh",
            "ih", "iy", "jh", "k", "l", "m", "n", "ng", "ow", "oy", "p", "r", "s", "sh", "t", "th", "uh", "uw", "v",
            "w", "y", "z", "zh");

    private Phones() {}

    static int count() {
        return NAMES.size();
    }

    static byte number(String name) {
        int number = NAMES.indexOf(name);
        if (number < 0) {
            throw new IllegalArgumentException("Not a phone of the voice: \"%s\"".formatted(name));
        }
        return (byte) number;
    }
}

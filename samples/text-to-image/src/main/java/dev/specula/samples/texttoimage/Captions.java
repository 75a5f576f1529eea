package dev.specula.samples.texttoimage;

import java.util.List;
import java.util.Locale;

/** Captions that come with the sample, and names of files for any. */
public final class Captions {
    private static final int LONGEST_NAME = 60;
    private static final List<String> FIRST = List.of(
            "a large red star at the top left",
            "draw a small blue ring at the centre and a big yellow moon at the bottom right",
            "a medium green triangle in the top right, a large white circle in the bottom left",
            "please draw a large purple cross at the centre",
            "show me a small black square at the bottom centre with a large orange crescent at the top centre",
            "a big violet hoop in the centre left and a little red strip in the centre right.");

    private Captions() {}

    /** Those that are drawn where nobody says what, which the page suggests first. */
    public static List<String> first() {
        return FIRST;
    }

    /** A file name that tells what is drawn. */
    static String fileName(String caption) {
        String name =
                caption.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return (name.isEmpty() ? "picture" : name.substring(0, Math.min(LONGEST_NAME, name.length()))) + ".png";
    }
}

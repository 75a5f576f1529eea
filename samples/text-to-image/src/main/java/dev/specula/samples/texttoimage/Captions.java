package dev.specula.samples.texttoimage;

import java.util.List;

/** Captions that come with the sample. */
public final class Captions {
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
}

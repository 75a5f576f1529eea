package dev.specula.training.model;

import java.util.Locale;

/** What a draft sees of a picture. */
public enum DraftView {
    /** Nothing: its prompts have no image tokens. */
    TEXT_ONLY(0),
    /** The target's projected visual rows, through a map of its own. */
    POOLED(16);

    private final int rows;

    DraftView(int rows) {
        this.rows = rows;
    }

    /** Visual rows in a prompt. */
    public int rows() {
        return rows;
    }

    /** As written in a manifest and on the command line: {@code text-only}, {@code pooled}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The view so written. */
    public static DraftView parse(String text) {
        for (DraftView view : values()) {
            if (view.text().equals(text)) {
                return view;
            }
        }
        throw new IllegalArgumentException("A view is text-only or pooled, but was \"%s\"".formatted(text));
    }
}

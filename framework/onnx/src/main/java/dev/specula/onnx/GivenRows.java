package dev.specula.onnx;

import dev.specula.token.Prompt;
import java.nio.FloatBuffer;
import java.util.Objects;

/** The columns of a prompt that are given as rows of numbers. */
final class GivenRows {
    private final Prompt prompt;
    private final int width; // numbers in a row

    GivenRows(Prompt prompt, int width) {
        this.prompt = prompt;
        this.width = width;
    }

    /** How many columns before {@code column} are given as rows. */
    int before(int column) {
        int rows = prompt.rows();
        if (rows == 0 || prompt.columnOfRow(rows - 1) < column) {
            return rows;
        }
        int before = 0;
        while (before < rows && prompt.columnOfRow(before) < column) {
            before++;
        }
        return before;
    }

    /** The column that row {@code row} stands for. */
    int columnOf(int row) {
        return prompt.columnOfRow(row);
    }

    /** Copies {@code rows} rows from {@code first} on to {@code into}, from its row {@code to} on. */
    void copy(int first, int rows, FloatBuffer into, int to) {
        into.put(to * width, Objects.requireNonNull(prompt.values()), first * width, rows * width);
    }
}

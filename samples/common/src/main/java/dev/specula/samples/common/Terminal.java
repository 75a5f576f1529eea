package dev.specula.samples.common;

import java.io.Console;
import org.jspecify.annotations.Nullable;

/** What the output can show. */
public final class Terminal {
    private Terminal() {}

    /** Whether somebody looks who sees styles: a terminal, not a file, and no wish for plain text (no-color.org). */
    public static boolean isStyled() {
        String kind = System.getenv("TERM");
        return isTerminal(System.console())
                && System.getenv("NO_COLOR") == null
                && kind != null
                && !kind.equals("dumb");
    }

    /** Since Java 22 there is a console without a terminal, which tells so itself. */
    private static boolean isTerminal(@Nullable Console console) {
        if (console == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException olderJava) {
            return true;
        }
    }
}

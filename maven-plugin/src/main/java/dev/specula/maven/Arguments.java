package dev.specula.maven;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A command line in the making; what is not set is left to the command. */
final class Arguments {
    private final List<String> arguments = new ArrayList<>();

    Arguments(String command) {
        arguments.add(command);
    }

    Arguments with(String option, @Nullable Object value) {
        if (value != null && !value.toString().isEmpty()) {
            arguments.add(option);
            arguments.add(value.toString());
        }
        return this;
    }

    List<String> list() {
        return List.copyOf(arguments);
    }
}

package dev.specula.codegen.validation;

import dev.specula.codegen.model.Place;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/** The problems that were found, by place and in order. */
public final class Report {
    private final Map<Place, Set<String>> messages = new LinkedHashMap<>();

    /** Adds {@code problem} at {@code place}, once. */
    public void add(Place place, Problem problem, Object... details) {
        messages.computeIfAbsent(place, ignored -> new LinkedHashSet<>()).add(problem.describe(details));
    }

    /** Whether nothing was found. */
    public boolean isClean() {
        return messages.isEmpty();
    }

    /** Hands out the problems. A compiler shows one message a place, so those of one place come as one. */
    public void forEach(BiConsumer<Place, String> consumer) {
        messages.forEach((place, found) -> consumer.accept(place, String.join("\n", found)));
    }
}

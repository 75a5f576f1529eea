package dev.specula.graphs;

import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Tensors of a model that is part of another: where its own name starts with {@code from}, the checkpoint's starts with
 * {@code to}.
 */
record PrefixedWeights(Weights all, String from, String to) implements Weights {
    @Override
    public boolean has(String name) {
        return all.has(stored(name));
    }

    @Override
    public Set<String> names() {
        return all.names().stream()
                .filter(name -> name.startsWith(to))
                .map(name -> from + name.substring(to.length()))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public int[] shape(String name) {
        return all.shape(stored(name));
    }

    @Override
    public float[] read(String name) {
        return all.read(stored(name));
    }

    @Override
    public void readRows(String name, int first, int count, float[] into, int place) {
        all.readRows(stored(name), first, count, into, place);
    }

    @Override
    public @Nullable CodedRows codes(String name) {
        return all.codes(stored(name));
    }

    private String stored(String name) {
        return name.startsWith(from) ? to + name.substring(from.length()) : name;
    }
}

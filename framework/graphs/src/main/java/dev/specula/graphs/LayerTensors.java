package dev.specula.graphs;

import dev.specula.model.ModelLoadException;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The weights and biases that the graphs of a part read of each of its layers.
 *
 * @param prefix of a layer's tensors, {@code {}} for its number
 * @param layers number of layers
 * @param read their names, without the prefix
 */
record LayerTensors(String prefix, int layers, Set<String> read) {
    private static final String WEIGHT = ".weight";
    private static final String BIAS = ".bias";

    LayerTensors {
        read = Set.copyOf(read);
    }

    static LayerTensors of(DecoderConfig config) {
        return of(
                config.tensors(),
                config.sizes().layers(),
                role -> config.hasMemory() || !role.startsWith("memory_"),
                role -> isNorm(role)
                        ? config.norms().kind() == NormKind.LAYER
                        : config.biases().of(role));
    }

    /** Of an encoder that has {@code layers}, whether or not all of them are run. */
    static LayerTensors of(EncoderConfig config, int layers) {
        return of(
                config.tensors(),
                layers,
                role -> true,
                role -> isNorm(role) || config.biases().of(role));
    }

    private static LayerTensors of(
            TensorNames names, int layers, Predicate<String> isRead, Predicate<String> isBiased) {
        Set<String> read = new HashSet<>();
        for (String role : names.byRole().keySet()) {
            if (isRead.test(role)) {
                read.add(names.of(role) + WEIGHT);
                if (isBiased.test(role)) {
                    read.add(names.of(role) + BIAS);
                }
            }
        }
        return new LayerTensors(names.of(TensorNames.LAYER), layers, read);
    }

    private static boolean isNorm(String role) {
        return role.endsWith("norm");
    }

    /**
     * Requires that no weight or bias of a layer is left over: a configuration with fewer layers than the weights, or without their
     * norms and biases, is that of another model. Anything else may stand there: masks and angles are computed, not learnt.
     *
     * @throws ModelLoadException naming a tensor that nothing would read
     */
    void requireAllRead(Weights weights) {
        Pattern inLayer = Pattern.compile(Pattern.quote(prefix).replace("{}", "\\E(\\d+)\\Q") + "(.+)");
        Set<String> modules = read.stream().map(LayerTensors::module).collect(Collectors.toSet());
        for (String name : new TreeSet<>(weights.names())) {
            Matcher matcher = inLayer.matcher(name);
            if (matcher.matches() && isLearnt(matcher.group(2), modules)) {
                if (number(matcher.group(1)) >= layers) {
                    throw disagreement("says that layers are " + layers, name);
                }
                if (!read.contains(matcher.group(2))) {
                    throw disagreement("describes layers that have no use for it", name);
                }
            }
        }
    }

    /** Whether it is a weight or a bias of its own; a module of others calls its mask {@code bias}. */
    private static boolean isLearnt(String name, Set<String> modules) {
        String module = module(name);
        boolean named = name.endsWith(WEIGHT) || name.endsWith(BIAS);
        return named && (modules.contains(module) || modules.stream().noneMatch(each -> each.startsWith(module + ".")));
    }

    private static String module(String name) {
        return name.substring(0, Math.max(0, name.lastIndexOf('.')));
    }

    private static int number(String digits) {
        return digits.length() > 9 ? Integer.MAX_VALUE : Integer.parseInt(digits);
    }

    private static ModelLoadException disagreement(String found, String name) {
        return new ModelLoadException("config.json must describe all layers of the weights, which have \"" + name
                + "\", but it " + found + "; take both from the same model.");
    }
}

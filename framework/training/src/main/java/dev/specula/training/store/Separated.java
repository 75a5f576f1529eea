package dev.specula.training.store;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Weights as published checkpoints hold them: products that training ran as one are taken apart, teachers left out. */
final class Separated {

    private static final String TEACHER = "teacher.";
    private static final String QUERY_KEY_VALUE = "qkv_proj";
    private static final String INPUT_SCALE = ".input_scale";
    private static final List<String> QUERY_KEY_VALUE_PARTS = List.of("q_proj", "k_proj", "v_proj");
    private static final List<String> GATE_UP_PARTS = List.of("gate_proj", "up_proj");
    private static final String GATE_UP = "gate_up_proj";

    private Separated() {}

    /**
     * The weights to publish.
     *
     * @param queryShare query heads
     * @param keyShare key heads; as many value heads follow
     */
    record Heads(int queryShare, int keyShare) {}

    /** Takes every fused weight apart; {@code headsOf} tells the heads of the attention a name belongs to. */
    static Map<String, NDArray> of(Map<String, NDArray> weights, Function<String, Heads> headsOf) {
        Map<String, NDArray> separated = new LinkedHashMap<>();
        weights.forEach((name, array) -> {
            if (name.endsWith(INPUT_SCALE)) {
                copy(name, array, separated);
            } else if (name.contains(QUERY_KEY_VALUE)) {
                Heads heads = headsOf.apply(name);
                List<Integer> shares = List.of(heads.queryShare(), heads.keyShare(), heads.keyShare());
                cut(name, QUERY_KEY_VALUE, array, QUERY_KEY_VALUE_PARTS, shares, separated);
            } else if (name.contains(GATE_UP)) {
                cut(name, GATE_UP, array, GATE_UP_PARTS, List.of(1, 1), separated);
            } else if (!name.startsWith(TEACHER)) {
                separated.put(name, array);
            }
        });
        return separated;
    }

    /** The weights but those that only taught. */
    static Map<String, NDArray> withoutTeachers(Map<String, NDArray> weights) {
        Map<String, NDArray> published = new LinkedHashMap<>(weights);
        published.keySet().removeIf(name -> name.startsWith(TEACHER));
        return published;
    }

    /** The parts of a fused product share its input. */
    private static void copy(String name, NDArray array, Map<String, NDArray> into) {
        if (name.contains(QUERY_KEY_VALUE)) {
            QUERY_KEY_VALUE_PARTS.forEach(part -> into.put(name.replace(QUERY_KEY_VALUE, part), array));
        } else if (name.contains(GATE_UP)) {
            GATE_UP_PARTS.forEach(part -> into.put(name.replace(GATE_UP, part), array));
        } else {
            into.put(name, array);
        }
    }

    private static void cut(
            String name,
            String fused,
            NDArray array,
            List<String> parts,
            List<Integer> shares,
            Map<String, NDArray> into) {
        long share = array.getShape().get(0)
                / shares.stream().mapToInt(Integer::intValue).sum();
        long from = 0;
        for (int part = 0; part < parts.size(); part++) {
            long to = from + share * shares.get(part);
            into.put(name.replace(fused, parts.get(part)), array.get(new NDIndex("{}:{}", from, to)));
            from = to;
        }
    }
}

package dev.specula.graphs;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The tensors of a GGUF file under the names that {@code transformers} gives them, with their rows in its order: converters to
 * GGUF put the two numbers of a rotary pair of Llama side by side, half a head apart is usual elsewhere.
 */
final class GgufWeights implements Weights {
    private static final String LAYER = "model.layers.";
    private static final String STORED_LAYER = "blk.";

    private static final Map<String, String> OUTSIDE =
            Map.of("model.embed_tokens", "token_embd", "model.norm", "output_norm", "lm_head", "output");

    private static final Map<String, String> INSIDE = Map.ofEntries(
            Map.entry("input_layernorm", "attn_norm"),
            Map.entry("post_attention_layernorm", "ffn_norm"),
            Map.entry("self_attn.q_proj", "attn_q"),
            Map.entry("self_attn.k_proj", "attn_k"),
            Map.entry("self_attn.v_proj", "attn_v"),
            Map.entry("self_attn.o_proj", "attn_output"),
            Map.entry("self_attn.q_norm", "attn_q_norm"),
            Map.entry("self_attn.k_norm", "attn_k_norm"),
            Map.entry("mlp.gate_proj", "ffn_gate"),
            Map.entry("mlp.up_proj", "ffn_up"),
            Map.entry("mlp.down_proj", "ffn_down"));

    private final GgufFile file;
    private final boolean paired;
    private final int heads;
    private final int keyHeads;

    GgufWeights(GgufFile file) {
        this.file = file;
        String architecture = file.metadata().text("general.architecture");
        this.paired = architecture.equals("llama");
        this.heads = file.metadata().integer(architecture + ".attention.head_count");
        this.keyHeads = file.metadata().integer(architecture + ".attention.head_count_kv", heads);
    }

    @Override
    public boolean has(String name) {
        return file.has(stored(name));
    }

    @Override
    public Set<String> names() {
        return file.names().stream().map(GgufWeights::given).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public int[] shape(String name) {
        return file.shape(stored(name));
    }

    @Override
    public float[] read(String name) {
        int pairedHeads = pairedHeads(name);
        if (pairedHeads == 0) {
            return file.read(stored(name));
        }
        int[] shape = shape(name);
        float[] values = new float[shape.length == 1 ? shape[0] : Math.multiplyExact(shape[0], shape[1])];
        readRows(name, 0, shape[0], values, 0);
        return values;
    }

    @Override
    public void readRows(String name, int first, int count, float[] into, int place) {
        if (pairedHeads(name) == 0) {
            file.readRows(stored(name), first, count, into, place);
            return;
        }
        int[] shape = shape(name);
        int width = shape.length == 1 ? 1 : shape[1];
        BlockType type = file.type(stored(name));
        int blocksOfRow = width / type.values;
        ByteBuffer blocks = file.blocks(stored(name)); // one map, not one for each row: systems allow so many
        for (int row = 0; row < count; row++) {
            type.read(blocks, storedRow(name, first + row) * blocksOfRow, blocksOfRow, into, place + row * width);
        }
    }

    @Override
    public @Nullable CodedRows codes(String name) {
        BlockType type = file.type(stored(name));
        CodeLayout layout = BlockCodes.layout(type);
        int[] shape = shape(name);
        return layout == null || shape.length != 2
                ? null
                : new GgufCodes(type, layout, file.blocks(stored(name)), shape[1], row -> storedRow(name, row));
    }

    /** The name in the file; where there is none the name itself, so that complaints have it. */
    private static String stored(String name) {
        int end = name.lastIndexOf('.');
        String stem = end < 0 ? name : name.substring(0, end);
        String suffix = end < 0 ? "" : name.substring(end);
        if (!stem.startsWith(LAYER)) {
            String outside = OUTSIDE.get(stem);
            return outside == null ? name : outside + suffix;
        }
        String rest = stem.substring(LAYER.length());
        int dot = rest.indexOf('.');
        String inside = dot < 0 ? null : INSIDE.get(rest.substring(dot + 1));
        return inside == null ? name : STORED_LAYER + rest.substring(0, dot) + "." + inside + suffix;
    }

    /** The name that a configuration has for one of the file's; of a part that no configuration has, its layer's at least. */
    private static String given(String stored) {
        int end = stored.lastIndexOf('.');
        String stem = end < 0 ? stored : stored.substring(0, end);
        String suffix = end < 0 ? "" : stored.substring(end);
        if (!stem.startsWith(STORED_LAYER)) {
            return key(OUTSIDE, stem) + suffix;
        }
        String rest = stem.substring(STORED_LAYER.length());
        int dot = rest.indexOf('.');
        return dot < 0 ? stored : LAYER + rest.substring(0, dot) + "." + key(INSIDE, rest.substring(dot + 1)) + suffix;
    }

    private static String key(Map<String, String> names, String value) {
        return names.entrySet().stream()
                .filter(entry -> entry.getValue().equals(value))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(value);
    }

    /** Heads of a tensor whose pairs lie side by side; 0 for all others. */
    private int pairedHeads(String name) {
        if (!paired) {
            return 0;
        }
        return name.contains("self_attn.q_proj.") ? heads : name.contains("self_attn.k_proj.") ? keyHeads : 0;
    }

    /** Where the file has a row: number i of the first half of a head stands at 2i, of the second half at 2i + 1. */
    private int storedRow(String name, int row) {
        int pairedHeads = pairedHeads(name);
        if (pairedHeads == 0) {
            return row;
        }
        int headSize = shape(name)[0] / pairedHeads;
        int within = row % headSize;
        int half = headSize / 2;
        return row - within + 2 * (within % half) + within / half;
    }
}

package dev.specula.onnx;

/**
 * Names of the inputs and outputs of decoder graphs: the contract between what writes graphs and what runs them.
 *
 * <p>Letters: n new rows, a rows of attention, T cached rows with them, C rows the cache holds, M rows of an encoder, D width of a row, V tokens.
 *
 * <p>A decoder is up to three graphs over the same weights. {@link #GENERAL} takes tokens with positions and a mask, rows in place of
 * embeddings, and gives the logits of the rows it is asked for. Where graphs can share their weights and no layer sees a window, there
 * are two leaner ones: {@link #CHAIN} takes tokens that follow each other and gives the logits of all rows; {@link #LONE} takes one
 * token, with the inputs of a chain of two, and gives the bits that a chain gives. Without these, {@link #GENERAL} gives them, too, where
 * one token comes with a mask of two rows; otherwise a is n.
 */
public final class DecoderFormat {
    /** Graph for tokens that follow each other. */
    public static final String CHAIN = "chain";
    /** Graph for one token whose logits must be those of a chain: T counts a row beside it, whose cache is written too. */
    public static final String LONE = "lone";
    /** Graph for trees, prompts and given rows, and for chains where they have no graph of their own. */
    public static final String GENERAL = "general";

    /** int64 (1, n): tokens. */
    public static final String TOKENS = "input_ids";
    /** int32 (1): T - 1. */
    public static final String LAST_ROW = "seqlens_k";
    /** int32 (): T. */
    public static final String TOTAL_ROWS = "total_sequence_length";
    /** int64 (1, n): depth of each row in its path. General graph only. */
    public static final String POSITIONS = "position_ids";
    /** float (1, 1, a, T): added to attention scores; 0 sees, -1e9 does not. General graph only. */
    public static final String MASK = "attention_bias";
    /** float (1, 1, a, T): the same for layers that see a window. General graph only, where there are such layers. */
    public static final String WINDOW_MASK = "window_bias";
    /** int64 (given, 2): places (0, row) whose embedding is replaced. General graph only; may be empty. */
    public static final String GIVEN_AT = "given_at";
    /** float (given, D): what stands there instead. General graph only. */
    public static final String GIVEN_ROWS = "given_rows";
    /** int64 (wanted): rows whose logits are computed. General graph only. */
    public static final String LOGIT_ROWS = "logit_rows";
    /** float (1, n or wanted, V). */
    public static final String LOGITS = "logits";

    /** float (1, 3, height, width) or (1, bins, frames): input of an encoder of pictures or sounds. */
    public static final String ENCODER_INPUT = "encoder_input";
    /** float (1, M, width): rows of an encoder, the input of the graph {@link MemoryShape#GRAPH}. */
    public static final String MEMORY = "encoder_hidden_states";
    /** float (rows, D): output of an encoder. */
    public static final String ROWS = "rows";

    /** int64 (1, codes): input of what makes values of codes. */
    public static final String CODES = "codes";
    /** float, of the shape the values have: its output. */
    public static final String VALUES = "values";

    private DecoderFormat() {}

    /** float (1, key heads, C, head size): the cache of a layer, read and written in place. */
    public static String pastKey(int layer) {
        return "past_key_" + layer;
    }

    /** As {@link #pastKey}. */
    public static String pastValue(int layer) {
        return "past_value_" + layer;
    }

    /** Output that shares memory with {@link #pastKey}. */
    public static String presentKey(int layer) {
        return "present_key_" + layer;
    }

    /** Output that shares memory with {@link #pastValue}. */
    public static String presentValue(int layer) {
        return "present_value_" + layer;
    }

    /**
     * What a layer compares with in the rows of an encoder, already scaled: float (heads, 1, head size, M), or int8 (1, heads, head
     * size, M) in steps of {@link #memoryKeySteps}.
     */
    public static String memoryKey(int layer) {
        return "memory_key_" + layer;
    }

    /** float (1, heads, 1, M): one step for the key of a row, where keys are integers. */
    public static String memoryKeySteps(int layer) {
        return memoryKey(layer) + "_steps";
    }

    /**
     * What a layer reads of the rows of an encoder: float (heads, 1, M, head size), or int8 (1, heads, M, head size) in steps of
     * {@link #memoryValueSteps}.
     */
    public static String memoryValue(int layer) {
        return "memory_value_" + layer;
    }

    /** float (1, heads, 1, head size): one step for a number of all rows' values, where values are integers. */
    public static String memoryValueSteps(int layer) {
        return memoryValue(layer) + "_steps";
    }
}

package dev.specula.onnx;

/**
 * Names of the inputs and outputs of models that others exported: what the exporters of the hub agree on. A graph has those of
 * them that it needs.
 *
 * <p>Letters: n new rows, P cached rows, M rows of an encoder, D width of a row, V tokens.
 */
final class ExportFormat {
    /** int64 (1, n): tokens. */
    static final String TOKENS = "input_ids";
    /** float (1, n, D): rows in place of tokens; also the output of the graph that makes them of tokens. */
    static final String ROWS = "inputs_embeds";
    /** int64 (1, P + n): 1 where a column is seen. */
    static final String MASK = "attention_mask";
    /** int64 (1, n): place of each row in the sequence. */
    static final String POSITIONS = "position_ids";
    /** int64 (n): the same, of newer encoder-decoders. */
    static final String PLACES = "cache_position";
    /** int64 (): how many rows, from the last on, get logits. */
    static final String LOGIT_ROWS = "num_logits_to_keep";
    /** bool (1): whether there is a past; graphs that join two by a switch. */
    static final String HAS_PAST = "use_cache_branch";
    /** float (1, M, width): rows of an encoder. */
    static final String MEMORY = "encoder_hidden_states";
    /** int64 (1, M): 1 where a row of the encoder is seen. */
    static final String MEMORY_MASK = "encoder_attention_mask";
    /** float (1, n or as many as asked for, V). */
    static final String LOGITS = "logits";

    /** Start of the names of cached keys and values: its layer follows, perhaps whose they are, and which of the two. */
    static final String PAST = "past_key_values.";
    /** The same for those that a pass gives. */
    static final String PRESENT = "present.";

    /** float (1, bins, frames): input of an encoder of sounds. */
    static final String SOUND = "input_features";
    /** float (1, perhaps pictures, 3, height, width): input of an encoder of pictures. */
    static final String PICTURE = "pixel_values";
    /** bool (1, perhaps pictures, height, width): where a picture is no padding. */
    static final String PICTURE_MASK = "pixel_attention_mask";

    private ExportFormat() {}
}

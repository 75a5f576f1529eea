package dev.specula.graphs.tokenizer;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Parts of a tokenizer.json: the types that each may have, and the fields of these, apart by commas, each with its kind. */
enum TokenizerPart {
    /** Changes a text before anything else. */
    NORMALIZER(
            "Sequence: normalizers steps",
            "NFC",
            "NFD",
            "NFKC",
            "NFKD",
            "Nmt",
            "Lowercase",
            "StripAccents",
            "ByteLevel",
            "BertNormalizer: clean_text flag, handle_chinese_chars flag, strip_accents flag, lowercase flag",
            "Strip: strip_left flag, strip_right flag",
            "Prepend: prepend text",
            Part.REPLACE,
            "Precompiled: precompiled_charsmap charsmap"),
    /** Cuts it where no token may lie across. */
    PRE_TOKENIZER(
            "Sequence: pretokenizers steps",
            "BertPreTokenizer",
            Part.BYTE_LEVEL,
            Part.METASPACE,
            "CharDelimiterSplit: delimiter letter",
            "Whitespace",
            "WhitespaceSplit",
            "UnicodeScripts",
            "Punctuation: behavior behavior",
            "Digits: individual_digits flag",
            "Split: pattern pattern, behavior behavior, invert flag"),
    /** Puts marks around it. */
    POST_PROCESSOR(
            "Sequence: processors steps",
            Part.BYTE_LEVEL,
            "BertProcessing: sep token, cls token",
            "RobertaProcessing: sep token, cls token, trim_offsets flag, add_prefix_space flag",
            "TemplateProcessing: single template, pair template, special_tokens specials"),
    /** Makes a text of tokens again. */
    DECODER(
            "Sequence: decoders steps",
            Part.BYTE_LEVEL,
            Part.METASPACE,
            Part.REPLACE,
            "BPEDecoder: suffix text",
            "WordPiece: prefix text, cleanup flag",
            "CTC: pad_token text, word_delimiter_token text, cleanup flag",
            "Fuse",
            "Strip: content letter, start cut, stop nought",
            "ByteFallback"),
    /** Makes tokens of the pieces. */
    MODEL(
            "BPE: dropout nought, unk_token text, continuing_subword_prefix text, end_of_word_suffix text, fuse_unk flag,"
                    + " byte_fallback flag, ignore_merges flag, vocab ids, merges merges",
            "Unigram: unk_id number, vocab scores, byte_fallback flag",
            "WordPiece: unk_token text, continuing_subword_prefix text, max_input_chars_per_word number, vocab ids",
            "WordLevel: unk_token text, vocab ids");

    /** Types that several parts have. */
    private static final class Part {
        static final String REPLACE = "Replace: pattern pattern, content text";
        static final String BYTE_LEVEL = "ByteLevel: add_prefix_space flag, trim_offsets flag, use_regex flag";
        static final String METASPACE =
                "Metaspace: replacement letter, prepend_scheme scheme, split flag, add_prefix_space flag";

        private Part() {}
    }

    private final String types; // one a line

    TokenizerPart(String... types) {
        this.types = String.join("\n", types);
    }

    /** The fields of each type. */
    Map<String, String> types() {
        return types.lines()
                .map(type -> type.split(": ", 2))
                .collect(Collectors.toMap(
                        type -> type[0], type -> type.length > 1 ? type[1] : "", (one, other) -> one, TreeMap::new));
    }

    /** What tokenizer.json calls it. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package dev.specula.blocks.tokens;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A tokenizer in the files of a published checkpoint. */
public final class TokenizerFiles {

    private static final int LONGEST_PROMPT = 512;

    private TokenizerFiles() {}

    /** The text of {@code tokenizer.json}: lower-casing, byte-level BPE with GPT-2's word pattern, no post-processing. */
    public static String tokenizer(BlocksTokenizer tokenizer) {
        return tokenizer(tokenizer, List.of());
    }

    /** The same with {@code further} special tokens, whose ids follow those of the text tokens. */
    public static String tokenizer(BlocksTokenizer tokenizer, List<String> further) {
        List<String> tokens = tokenizer.tokens();
        StringBuilder vocabulary = new StringBuilder();
        for (int id = 0; id < tokens.size(); id++) {
            vocabulary.append(id == 0 ? "" : ",\n").append("      %s: %d".formatted(quoted(tokens.get(id)), id));
        }
        String merges = tokenizer.merges().stream()
                .map(merge -> "      [%s, %s]".formatted(quoted(merge.left()), quoted(merge.right())))
                .collect(Collectors.joining(",\n"));
        return """
                {
                  "version": "1.0",
                  "truncation": null,
                  "padding": null,
                  "added_tokens": [
                %s
                  ],
                  "normalizer": {"type": "Lowercase"},
                  "pre_tokenizer": {
                    "type": "ByteLevel",
                    "add_prefix_space": false,
                    "trim_offsets": true,
                    "use_regex": true
                  },
                  "post_processor": null,
                  "decoder": {
                    "type": "ByteLevel",
                    "add_prefix_space": true,
                    "trim_offsets": true,
                    "use_regex": true
                  },
                  "model": {
                    "type": "BPE",
                    "dropout": null,
                    "unk_token": "%s",
                    "continuing_subword_prefix": null,
                    "end_of_word_suffix": null,
                    "fuse_unk": true,
                    "byte_fallback": false,
                    "ignore_merges": false,
                    "vocab": {
                %s
                    },
                    "merges": [
                %s
                    ]
                  }
                }
                """.formatted(addedTokens(tokenizer.size(), further), SpecialToken.UNK.text(), vocabulary, merges);
    }

    /** The text of {@code tokenizer_config.json}, with the chat template. */
    public static String configuration() {
        return """
                {
                  "tokenizer_class": "PreTrainedTokenizerFast",
                  "bos_token": "%s",
                  "eos_token": "%s",
                  "pad_token": "%s",
                  "unk_token": "%s",
                  "image_token": "%s",
                  "model_max_length": %d,
                  "clean_up_tokenization_spaces": false,
                  "chat_template": %s
                }
                """.formatted(
                        SpecialToken.BOS.text(),
                        SpecialToken.END.text(),
                        SpecialToken.PAD.text(),
                        SpecialToken.UNK.text(),
                        SpecialToken.IMAGE.text(),
                        LONGEST_PROMPT,
                        quoted(chatTemplate()));
    }

    /** One {@code <|image|>} a picture, for the caller to repeat as often as it has visual rows. */
    private static String chatTemplate() {
        return "{{ bos_token }}{% for message in messages %}{% if message['role'] == 'user' %}"
                + "{% if message['content'] is string %}{{ '<|user|>' + message['content'] }}{% else %}"
                + "{% for part in message['content'] if part['type'] == 'image' %}{{ '<|image|>' }}{% endfor %}"
                + "{{ '<|user|>' }}"
                + "{% for part in message['content'] if part['type'] == 'text' %}{{ part['text'] }}{% endfor %}"
                + "{% endif %}{% else %}{{ '<|assistant|>' + message['content'] + '<|end|>' }}{% endif %}"
                + "{% endfor %}{% if add_generation_prompt %}{{ '<|assistant|>' }}{% endif %}";
    }

    private static String addedTokens(int size, List<String> further) {
        return Stream.concat(
                        Arrays.stream(SpecialToken.values()).map(special -> addedToken(special.id(), special.text())),
                        IntStream.range(0, further.size())
                                .mapToObj(index -> addedToken(size + index, further.get(index))))
                .collect(Collectors.joining(",\n"));
    }

    private static String addedToken(int id, String text) {
        return "    {\"id\": %d, \"content\": \"%s\", \"single_word\": false, \"lstrip\": false, ".formatted(id, text)
                + "\"rstrip\": false, \"normalized\": false, \"special\": true}";
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}

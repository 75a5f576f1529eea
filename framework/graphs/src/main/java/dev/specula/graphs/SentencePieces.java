package dev.specula.graphs;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.specula.graphs.tokenizer.TokenizerStep;
import dev.specula.model.ModelLoadException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A SentencePiece vocabulary of a GGUF file as parts of a tokenizer.json. Of neighbours in a text those are merged first that
 * make the piece with the highest score; pieces write a sign for a space; what no piece spells is written in bytes. Merges are
 * made of scores as {@code transformers} makes them.
 */
final class SentencePieces {
    /** What GGUF files call such a vocabulary. */
    static final String KIND = "llama";

    private static final String SPACE = "\u2581";
    private static final String SCORES = "tokenizer.ggml.scores";
    private static final int LONGEST = 256; // characters of a piece; trainers make 16, and work grows with the square

    private final GgufMetadata metadata;
    private final GgufTokens tokens;
    private final boolean startsWithSpace;

    SentencePieces(GgufMetadata metadata, GgufTokens tokens) {
        this.metadata = metadata;
        this.tokens = tokens;
        this.startsWithSpace = metadata.flag("tokenizer.ggml.add_space_prefix", true);
    }

    /** Two pieces that become one, and the score of that. */
    private record Merge(String left, String right, double score) {}

    /** The same text whichever way spaces are written. */
    static String spaced(String token) {
        return token.replace(SPACE, " ");
    }

    JsonObject normalizer() {
        JsonObject signs = TokenizerStep.replace(" ", SPACE);
        if (!startsWithSpace) {
            return signs;
        }
        JsonObject first = TokenizerStep.typed("Prepend");
        first.addProperty("prepend", SPACE);
        return TokenizerStep.sequence("normalizers", first, signs);
    }

    JsonObject decoder() {
        JsonObject spaces = TokenizerStep.replace(SPACE, " ");
        JsonObject bytes = TokenizerStep.typed("ByteFallback");
        JsonObject together = TokenizerStep.typed("Fuse");
        if (!startsWithSpace) {
            return TokenizerStep.sequence("decoders", spaces, bytes, together);
        }
        JsonObject strip = TokenizerStep.typed("Strip");
        strip.addProperty("content", " ");
        strip.addProperty("start", 1);
        strip.addProperty("stop", 0);
        return TokenizerStep.sequence("decoders", spaces, bytes, together, strip);
    }

    JsonObject model() {
        JsonObject model = TokenizerStep.typed("BPE");
        model.addProperty("unk_token", tokens.text(tokens.id("unknown").orElse(0)));
        model.addProperty("fuse_unk", true);
        model.addProperty("byte_fallback", true);
        model.add("vocab", tokens.ids());
        JsonArray merges = new JsonArray();
        merges().forEach(merge -> merges.add(merge.left() + " " + merge.right()));
        model.add("merges", merges);
        return model;
    }

    /** The highest score first; of merges that make one piece that with the longest left part. */
    private List<Merge> merges() {
        Map<String, Double> scores = scores();
        List<Merge> merges = new ArrayList<>();
        scores.forEach((piece, score) -> {
            for (int i = 1; i < piece.length(); i++) {
                String left = piece.substring(0, i);
                if (scores.containsKey(left) && scores.containsKey(piece.substring(i))) {
                    merges.add(new Merge(left, piece.substring(i), score));
                }
            }
        });
        merges.sort(Comparator.comparingDouble(Merge::score)
                .thenComparingInt(merge -> merge.left().length())
                .thenComparingInt(merge -> merge.right().length())
                .reversed());
        return merges;
    }

    /** The scores of the pieces that merges make, in the order of their ids. */
    private Map<String, Double> scores() {
        double[] scores = metadata.numbers(SCORES);
        if (scores.length != tokens.size()) {
            throw new ModelLoadException("\"" + SCORES + "\" must hold a score for each of the " + tokens.size()
                    + " tokens, but holds " + scores.length + "; put the tokenizer.json of the model beside the file.");
        }
        Map<String, Double> pieces = new LinkedHashMap<>();
        for (int id = 0; id < scores.length; id++) {
            String piece = tokens.text(id);
            if (tokens.isMerged(id) && piece.length() > LONGEST) {
                throw new ModelLoadException("A piece of a SentencePiece vocabulary must have at most " + LONGEST
                        + " characters, but token " + id + " has " + piece.length() + ".");
            }
            if (tokens.isMerged(id)) {
                pieces.put(piece, scores[id]);
            }
        }
        return pieces;
    }
}

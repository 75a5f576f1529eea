package dev.specula.texttoimage;

import dev.specula.model.CausalModel;
import dev.specula.model.IncompatibleModelsException;
import dev.specula.model.Vocabulary;
import dev.specula.plan.Prompts;
import dev.specula.token.Prompt;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Builds what each model of a pipeline sees of a caption: {@code <|bos|>}, the words, {@code <|image|>}; and without the
 * condition {@code <|bos|> <|image|>}, as in training, where some captions are left out. Thread-safe.
 */
public final class CaptionPrompts {
    private final CausalModel target;
    private final @Nullable CausalModel draft;
    private final int begin;
    private final int image;
    private final PictureTokens tokens;
    private final RasterGrammar grammar;

    /**
     * For {@code target} alone.
     *
     * @throws IncompatibleModelsException if it draws no pictures or lacks a token of the prompt
     */
    public static CaptionPrompts of(CausalModel target) {
        return new CaptionPrompts(target, null);
    }

    /**
     * For a pair.
     *
     * @throws IncompatibleModelsException if {@code target} draws no pictures or lacks a token of the prompt, or {@code draft}
     *     has other tokens
     */
    public static CaptionPrompts of(CausalModel target, CausalModel draft) {
        IncompatibleModelsException.requireSameTokens(target, draft);
        return new CaptionPrompts(target, draft);
    }

    private CaptionPrompts(CausalModel target, @Nullable CausalModel draft) {
        this.target = target;
        this.draft = draft;
        this.tokens = new PictureTokens(target);
        this.grammar = new RasterGrammar(tokens);
        this.begin = special(target, "<|bos|>");
        this.image = special(target, "<|image|>");
    }

    private static int special(CausalModel model, String token) {
        return model.vocabulary()
                .id(token)
                .orElseThrow(() -> new IncompatibleModelsException("A model that draws captions must have the token \""
                        + token + "\", but \"" + model.spec().name()
                        + "\" has none; use a checkpoint trained with this prompt."));
    }

    /**
     * The prompts of {@code caption}.
     *
     * @throws CaptionTooLongException if a model has no room left for a picture
     */
    public Prompts of(Caption caption) {
        int[] words = words(caption.words());
        for (CausalModel model : models()) {
            // The column after the end is never computed.
            if (2 + words.length + grammar.length() - 1 > model.spec().contextTokens()) {
                throw new CaptionTooLongException(
                        model.spec().name(),
                        words.length,
                        grammar.length(),
                        model.spec().contextTokens());
            }
        }
        Prompt prompt = prompt(words).followedBy(grammar);
        if (!caption.options().guidance().isNone()) {
            prompt = prompt.guided(prompt(), caption.options().guidance());
        }
        return draft == null ? Prompts.of(prompt) : Prompts.of(prompt, prompt);
    }

    /** The target, and the draft model if there is one. */
    List<CausalModel> models() {
        return draft == null ? List.of(target) : List.of(target, draft);
    }

    /** The tokens of pictures. */
    PictureTokens tokens() {
        return tokens;
    }

    /** Tokens of a whole picture. */
    int pictureLength() {
        return grammar.length();
    }

    private int[] words(String words) {
        Vocabulary vocabulary = target.vocabulary();
        int[] ids = vocabulary.encode(words.strip());
        for (int token : ids) {
            if (token == begin
                    || token == image
                    || tokens.isRowEnd(token)
                    || token == tokens.end()
                    || tokens.isCode(token)) {
                throw new IllegalArgumentException("a caption must not hold the special token \""
                        + vocabulary.token(token) + "\", but does; leave it out.");
            }
        }
        return ids;
    }

    private Prompt prompt(int... words) {
        int[] columns = new int[words.length + 2];
        columns[0] = begin;
        System.arraycopy(words, 0, columns, 1, words.length);
        columns[columns.length - 1] = image;
        return Prompt.of(columns);
    }
}

package dev.specula.visionlanguage;

import dev.specula.Modality;
import dev.specula.model.CausalModel;
import dev.specula.model.ChatMessage;
import dev.specula.model.ChatTemplate;
import dev.specula.model.IncompatibleModelsException;
import dev.specula.model.Vocabulary;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Writes a question as one turn of a conversation, by the checkpoint's own template. The template's place of a picture is filled with
 * a token for each row of it: alone (LLaVA), or with marks around each tile (Idefics 3, SmolVLM).
 */
final class ChatWriter implements QuestionWriter {
    private static final String IMAGE = "<image>";
    private static final String AROUND = "<fake_token_around_image>";
    private static final String WHOLE = "<global-img>";

    private final Vocabulary vocabulary;
    private final ChatTemplate template;
    private final int image;
    private final boolean marksTiles;

    /**
     * For {@code model}, which has a chat template.
     *
     * @throws IncompatibleModelsException if it has no token for pictures
     */
    ChatWriter(CausalModel model) {
        vocabulary = model.vocabulary();
        template = model.chatTemplate().orElseThrow();
        image = vocabulary
                .id(IMAGE)
                .orElseThrow(
                        () -> new IncompatibleModelsException("A model that answers questions about pictures must have"
                                + " the token \"" + IMAGE + "\", but \""
                                + model.spec().name() + "\" has none; use a checkpoint in"
                                + " the manner of LLaVA or SmolVLM."));
        marksTiles = vocabulary.id(AROUND).isPresent();
    }

    @Override
    public int image() {
        return image;
    }

    @Override
    public int[] columns(String words, PictureColumns picture) {
        // Words that hold the end of a turn would speak for somebody else.
        vocabulary.specialIn(words).ifPresent(token -> {
            throw new IllegalArgumentException(
                    "the words of a question must not hold the special token \"" + token + "\", but do; leave it out.");
        });
        List<Modality> media = picture.total() == 0 ? List.of() : List.of(Modality.IMAGE);
        String text = template.render(List.of(new ChatMessage("user", media, words.strip())));
        int[] tokens = vocabulary.encode(text.replace(IMAGE, marksTiles ? marked(picture) : rows(picture.total())));
        boolean begins = vocabulary.begin().isEmpty()
                || (tokens.length > 0 && tokens[0] == vocabulary.begin().getAsInt());
        return begins
                ? tokens
                : IntStream.concat(IntStream.of(vocabulary.begin().getAsInt()), IntStream.of(tokens))
                        .toArray();
    }

    private static String rows(int count) {
        return IMAGE.repeat(count);
    }

    /** Tiles row by row, each with its place, and the whole picture at the end. */
    private static String marked(PictureColumns picture) {
        StringBuilder text = new StringBuilder();
        for (int row = 1; row <= picture.tileRows(); row++) {
            for (int column = 1; column <= picture.tileColumns(); column++) {
                text.append(AROUND)
                        .append("<row_" + row + "_col_" + column + ">")
                        .append(rows(picture.rows()));
            }
            text.append('\n');
        }
        return text.append(picture.tileRows() > 0 ? "\n" : "")
                .append(AROUND)
                .append(WHOLE)
                .append(rows(picture.rows()))
                .append(AROUND)
                .toString();
    }
}

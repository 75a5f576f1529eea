package dev.specula.text;

import dev.specula.model.Vocabulary;
import dev.specula.token.HeardTokens;
import dev.specula.token.Origin;
import dev.specula.token.TokenRun;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Turns tokens into text as they come. A token is shown in the company of those before it, because a decoder may treat the
 * first one differently, and is held back while it ends inside a character. For one answer, on one thread.
 */
public final class TextStream extends HeardTokens {
    private static final char BROKEN = '\uFFFD';

    private final Vocabulary vocabulary;
    private final TokenTexts texts;
    private final BiPredicate<String, Origin> listener;
    private final StringBuilder text = new StringBuilder();
    private @Nullable TokenRun run;
    private int company; // first token that is decoded
    private int shown; // first token that was not shown

    /**
     * Shows the tokens of {@code vocabulary}.
     *
     * @param texts what was found out about tokens before, shared by all answers of a model
     * @param listener takes each piece and where its last token came from, and says whether to go on
     */
    public TextStream(Vocabulary vocabulary, TokenTexts texts, BiPredicate<String, Origin> listener) {
        this.vocabulary = vocabulary;
        this.texts = texts;
        this.listener = listener;
    }

    /** The run to cancel when the listener wants no more. */
    public void cancels(TokenRun answer) {
        run = answer;
    }

    @Override
    public void committed(int[] column, Origin origin) {
        super.committed(column, origin);
        boolean follows = length() > 1 && shown == length() - 1;
        String added = follows ? texts.added(column[0]) : null;
        if (added != null) {
            company = shown;
            shown = length();
            if (!added.isEmpty()) {
                say(added, origin);
            }
            return;
        }
        String known = vocabulary.decode(tokens(company, shown));
        String now = vocabulary.decode(tokens(company, length()));
        if (now.length() > known.length() && now.charAt(now.length() - 1) != BROKEN) {
            company = shown;
            shown = length();
            say(now.substring(known.length()), origin);
        }
    }

    /** All of the text; what was held back is shown, broken or not. */
    public String end() {
        String known = vocabulary.decode(tokens(company, shown));
        String now = vocabulary.decode(tokens(company, length()));
        if (now.length() > known.length()) {
            shown = length();
            say(now.substring(known.length()), Origin.TARGET);
        }
        return text.toString();
    }

    private void say(String piece, Origin origin) {
        text.append(piece);
        if (run != null && !run.isCancelled() && !listener.test(piece, origin)) {
            run.cancel();
        }
    }
}

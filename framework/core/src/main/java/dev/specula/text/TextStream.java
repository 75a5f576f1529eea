package dev.specula.text;

import dev.specula.model.Vocabulary;
import dev.specula.report.RunReport;
import dev.specula.token.Ending;
import dev.specula.token.HeardTokens;
import dev.specula.token.Origin;
import dev.specula.token.Prompt;

/**
 * Turns tokens into text as they come. A token is shown in the company of those before it, because a decoder may treat the
 * first one differently, and is held back while it ends inside a character. For one answer, on one thread.
 */
public final class TextStream extends HeardTokens {
    private static final char BROKEN = '\uFFFD';

    private final Vocabulary vocabulary;
    private final TokenTexts texts;
    private final TextListener listener;
    private final StringBuilder text = new StringBuilder();
    private int company; // first token that is decoded
    private int shown; // first token that was not shown

    /**
     * Shows the tokens of {@code vocabulary}.
     *
     * @param texts what was found out about tokens before, shared by all answers of a model
     * @param listener takes each piece
     */
    public TextStream(Vocabulary vocabulary, TokenTexts texts, TextListener listener) {
        this.vocabulary = vocabulary;
        this.texts = texts;
        this.listener = listener;
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

    /**
     * The answer that was said; what was held back is shown, broken or not.
     *
     * @param ending how it was to end
     * @param report counts of its rounds
     */
    public Answer end(Prompt prompt, Ending ending, RunReport report) {
        String known = vocabulary.decode(tokens(company, shown));
        String now = vocabulary.decode(tokens(company, length()));
        if (now.length() > known.length()) {
            shown = length();
            say(now.substring(known.length()), Origin.TARGET);
        }
        return new Answer(text.toString(), this, finish(ending), report, prompt.length());
    }

    private void say(String piece, Origin origin) {
        text.append(piece);
        if (!isCancelled() && !listener.said(piece, origin)) {
            cancel();
        }
    }
}

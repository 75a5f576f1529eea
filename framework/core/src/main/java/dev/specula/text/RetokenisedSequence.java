package dev.specula.text;

import dev.specula.model.CausalModel;
import dev.specula.model.Vocabulary;
import dev.specula.noise.Law;
import dev.specula.noise.Noise;
import dev.specula.token.Draft;
import dev.specula.token.Pass;
import dev.specula.token.Sequence;
import dev.specula.token.Verdict;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An answer in the tokens of one vocabulary, followed by a model that has another. What was said is spelt out, and the model is told
 * the text in tokens of its own; what it says next is spelt out and cut into tokens of the first. Where the two agree, the model keeps
 * the rows of what it said itself, whatever tokens that was in. A chain only. Not thread-safe.
 */
final class RetokenisedSequence implements Sequence {
    /** Most tokens that are waited for to know one of the target's. */
    private static final int PATIENCE = 4;

    private static final int NONE = -1;

    /** A word, and the space that ends it. */
    private static final Pattern WORD = Pattern.compile("\\s*\\S+\\s");

    private static final Noise LIKELIEST = Noise.seeded(0); // at temperature 0 nothing is drawn

    private final Sequence small;
    private final int smallRoom; // columns
    private final int[] smallEnds;
    private final Vocabulary targets;
    private final Vocabulary smalls;
    private final int end;
    private final int promptLength; // columns of the model
    private final Spelling said; // the answer, then nodes of the draft
    private final Spelling own; // the same in the model's tokens, and what it says after it
    private final Draft inner = new Draft(1); // what of it the model has not committed
    private final TranslatedPass pass;
    private int committed; // tokens of the answer
    private int serial; // of the draft whose nodes are said
    private @Nullable Law lastLaw; // of the model's last token; none before the first

    /**
     * Follows an answer of {@code target} with {@code small}, a sequence of {@code model} that holds a prompt. Closes it with itself.
     */
    RetokenisedSequence(Sequence small, CausalModel model, CausalModel target) {
        this.small = small;
        this.smallRoom = model.spec().contextTokens();
        this.smallEnds = model.endTokens();
        this.smalls = model.vocabulary();
        this.targets = target.vocabulary();
        this.end = target.endTokens()[0];
        this.promptLength = small.length();
        this.said = new Spelling(targets);
        this.own = new Spelling(smalls);
        this.pass = new TranslatedPass(targets.size());
        inner.restart(small);
    }

    @Override
    public int length() {
        return promptLength + committed;
    }

    @Override
    public int computed() {
        return Math.min(length() - 1, small.computed());
    }

    @Override
    public int lanes() {
        return 1;
    }

    @Override
    public int vocabulary() {
        return targets.size();
    }

    /** The token of a column; of the prompt, that of the model. */
    @Override
    public int token(int column, int lane) {
        return column < promptLength ? small.token(column, lane) : said.token(column - promptLength);
    }

    @Override
    public void append(int[] column) {
        if (column.length != 1) {
            throw new IllegalArgumentException("column must have 1 token, but has " + column.length
                    + "; several columns are appended one by one.");
        }
        said.cut(committed);
        said.add(column[0]);
        committed++;
    }

    @Override
    public void rewindTo(int length) {
        if (length < promptLength) {
            throw new IllegalArgumentException(
                    "an answer in other tokens than its prompt's can be rewound to the prompt's " + promptLength
                            + " columns, but not to " + length + ".");
        }
        said.cut(length - promptLength);
        committed = said.count();
        serial = -1;
    }

    @Override
    public Pass pass(Draft draft) {
        hear(draft);
        int before = small.computed() + inner.nodes();
        int token = next();
        return pass.become(draft.last(), token, lastLaw, Math.max(1, small.computed() + inner.nodes() - before));
    }

    /** Spells the nodes of {@code draft} that were not said yet. */
    private void hear(Draft draft) {
        if (!draft.isChain()) {
            throw new IllegalArgumentException(
                    "a model of another vocabulary drafts chains, but the draft has side branches;"
                            + " choose a chain for its shape.");
        }
        if (draft.serial() != serial) {
            said.cut(committed);
            serial = draft.serial();
        }
        said.cut(committed + draft.nodes() - 1);
        for (int node = said.count() - committed + 1; node < draft.nodes(); node++) {
            said.add(draft.token(node, 0));
        }
    }

    private int next() {
        int length = said.text().length();
        if (own.shared(said) < length) {
            retell();
        }
        int token = certain(length);
        for (int steps = 0; token == NONE && steps < PATIENCE && step(); steps++) {
            token = certain(length);
        }
        return token == NONE
                ? first(own.text()
                        .subSequence(
                                Math.min(length, own.text().length()),
                                own.text().length()))
                : token;
    }

    /**
     * The token after the first {@code length} characters where more of the text would not change it, or hardly: the model has said one
     * token that is one of the target's as well, or a word to its end.
     */
    private int certain(int length) {
        CharSequence text = own.text();
        int before = own.within(length);
        CharSequence more = text.subSequence(Math.min(length, text.length()), text.length());
        if (!more.isEmpty() && own.end(before) == length) {
            String piece = text.subSequence(length, own.end(before + 1)).toString();
            int[] tokens = piece.isBlank() ? new int[0] : after(piece);
            if (tokens.length == 1) {
                return tokens[0];
            }
        }
        return WORD.matcher(more).lookingAt() ? first(more) : NONE;
    }

    /** Lets the model say one more token; returns false where its answer ends. */
    private boolean step() {
        if (small.length() + inner.nodes() >= smallRoom - 1 || !isOpen()) {
            return false;
        }
        Pass next = small.pass(inner);
        lastLaw = next.law(inner.last(), 0);
        inner.draw(inner.last(), next, LIKELIEST);
        if (!isOpen()) {
            return false;
        }
        own.add(inner.token(inner.last(), 0));
        return true;
    }

    private boolean isOpen() {
        int last = inner.token(inner.last(), 0);
        return inner.nodes() == 1 || Arrays.stream(smallEnds).noneMatch(ending -> ending == last);
    }

    /** Tells the model what was said from where it would have said something else. */
    private void retell() {
        int keep = own.within(own.shared(said));
        int settled = small.length() - promptLength;
        if (keep < settled) {
            small.rewindTo(promptLength + keep);
        } else {
            Verdict kept = inner.verdict();
            for (int node = 1; node <= keep - settled; node++) {
                kept.follow(node);
            }
            small.settle(inner, kept);
        }
        own.cut(keep);
        CharSequence text = said.text();
        int from = own.text().length();
        for (int token : smalls.encode(text.subSequence(from, text.length()).toString())) {
            small.append(new int[] {token});
            own.add(token);
        }
        inner.restart(small);
    }

    /** The first token of {@code text}; the end where there is no text. */
    private int first(CharSequence text) {
        int[] tokens = text.length() == 0 ? new int[0] : after(text);
        return tokens.length == 0 ? end : tokens[0];
    }

    /** The tokens of {@code text} after what was said; a word is cut otherwise at its start than in the middle. */
    private int[] after(CharSequence text) {
        if (said.count() > 0) {
            int last = said.token(said.count() - 1);
            int[] tokens = targets.encode(targets.decode(last) + text);
            if (tokens.length > 1 && tokens[0] == last) {
                return Arrays.copyOfRange(tokens, 1, tokens.length);
            }
        }
        return targets.encode(text.toString());
    }

    @Override
    public void settle(Draft draft, Verdict kept) {
        said.cut(committed);
        for (int i = 0; i < kept.columns(); i++) {
            said.add(kept.token(draft, i, 0));
        }
        committed = said.count();
        serial = -1;
    }

    @Override
    public void close() {
        small.close();
    }
}

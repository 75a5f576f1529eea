package dev.specula.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import dev.specula.noise.Law;
import dev.specula.token.Draft;
import dev.specula.token.Pass;
import dev.specula.token.Prompt;
import dev.specula.token.Sampling;
import dev.specula.token.Sequence;
import dev.specula.token.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Puts columns into a sequence under test, reads them back, and compares its laws with those of a sequence opened anew on the
 * same columns. Columns are lists of tokens, lane after lane.
 */
final class SequenceProbe {
    /** Columns that sequences are opened with. */
    static final int[] PROMPT = {1, 0, 1, 1, 0};

    private final SequenceContract contract;

    SequenceProbe(SequenceContract contract) {
        this.contract = contract;
    }

    /** A sequence on the prompt, with laws as the model gives them. */
    Sequence open() {
        return contract.open(prompt(promptTokens()), Sampling.at(1, 0));
    }

    Prompt prompt(List<Integer> tokens) {
        return Prompt.ofLanes(
                lanes(), tokens.stream().mapToInt(Integer::intValue).toArray());
    }

    List<Integer> promptTokens() {
        return IntStream.of(PROMPT)
                .boxed()
                .flatMap(token -> filled(token).stream())
                .toList();
    }

    int lanes() {
        return contract.lanes();
    }

    List<Integer> filled(int token) {
        return IntStream.of(column(token)).boxed().toList();
    }

    /** Lanes that differ, so that exchanging them is noticed. */
    int[] column(int token) {
        return IntStream.range(0, lanes()).map(lane -> (token + lane) % 2).toArray();
    }

    Draft restarted(Sequence main) {
        Draft draft = new Draft(lanes());
        draft.restart(main);
        return draft;
    }

    /** Keeps {@code path}; {@code token} follows it. */
    Verdict verdict(Draft draft, int token, int... path) {
        Verdict verdict = draft.verdict();
        for (int node : path) {
            verdict.follow(node);
        }
        int[] column = column(token);
        for (int lane = 0; lane < lanes(); lane++) {
            verdict.say(lane, column[lane]);
        }
        return verdict.end();
    }

    List<Integer> columnsOf(Sequence main) {
        List<Integer> tokens = new ArrayList<>();
        for (int column = 0; column < main.length(); column++) {
            for (int lane = 0; lane < lanes(); lane++) {
                tokens.add(main.token(column, lane));
            }
        }
        return tokens;
    }

    /** The columns of {@code main} and those of the path to {@code node}. */
    List<Integer> columnsTo(Sequence main, Draft draft, int node) {
        List<Integer> tokens = columnsOf(main);
        int end = tokens.size();
        for (int n = node; n > 0; n = draft.parentOf(n)) {
            for (int lane = lanes() - 1; lane >= 0; lane--) {
                tokens.add(end, draft.token(n, lane));
            }
        }
        return tokens;
    }

    void assertAsFresh(Sequence main, double tolerance) {
        assertFresh(main.pass(restarted(main)), 0, columnsOf(main), tolerance);
    }

    void assertFresh(Pass pass, int node, List<Integer> columns, double tolerance) {
        assertFresh(pass, node, columns, Sampling.at(1, 0), tolerance);
    }

    void assertFresh(Pass pass, int node, List<Integer> columns, Sampling sampling, double tolerance) {
        try (Sequence fresh = contract.open(prompt(columns), sampling)) {
            assertSame(pass, node, fresh.pass(restarted(fresh)), 0, tolerance);
        }
    }

    void assertSame(Pass pass, int node, Pass other, int otherNode, double tolerance) {
        for (int lane = 0; lane < lanes(); lane++) {
            Law law = pass.law(node, lane);
            Law wanted = other.law(otherNode, lane);
            for (int token = 0; token < contract.tokens(); token++) {
                assertThat(law.prob(token))
                        .as("token %d of lane %d after node %d", token, lane, node)
                        .isCloseTo(wanted.prob(token), offset(tolerance));
            }
        }
    }
}

package dev.specula.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class DraftTests {
    private final Draft tree = new Draft(1);

    DraftTests() {
        tree.restart(new Columns(1, 7, 8, 9));
    }

    @Test
    void startsWithTheLastCommittedColumn() {
        assertThat(tree.nodes()).isEqualTo(1);
        assertThat(tree.token(0, 0)).isEqualTo(9);
        assertThat(tree.parentOf(0)).isEqualTo(Draft.NONE);
        assertThat(tree.positionAfter(0)).isEqualTo(3);
        assertThat(tree.isChain()).isTrue();
    }

    @Test
    void isATreeOfColumns() {
        int left = tree.add(0, 1);
        int right = tree.add(0, 2);
        int below = tree.add(left, 2);
        assertThat(tree.last()).isEqualTo(below);
        assertThat(tree.depthOf(below)).isEqualTo(2);
        assertThat(tree.positionAfter(below)).isEqualTo(5);
        assertThat(tree.positionAfter(right)).isEqualTo(4);
        assertThat(tree.isChain()).isFalse();
        assertThat(tree.nextChild(0, Draft.NONE)).isEqualTo(left);
        assertThat(tree.nextChild(0, left)).isEqualTo(right);
        assertThat(tree.nextChild(0, right)).isEqualTo(Draft.NONE);
        assertThat(tree.nextChild(right, Draft.NONE)).isEqualTo(Draft.NONE);
        assertThat(tree.childHolding(0, 2)).isEqualTo(right);
        assertThat(tree.childHolding(left, 2)).isEqualTo(below);
        assertThat(tree.childHolding(0, 5)).isEqualTo(Draft.NONE);
    }

    @Test
    void growsAndIsEmptiedByARestart() {
        int serial = tree.serial();
        for (int i = 0; i < 100; i++) {
            tree.add(tree.last(), i);
        }
        assertThat(tree.nodes()).isEqualTo(101);
        assertThat(tree.token(77, 0)).isEqualTo(76);
        assertThat(tree.depthOf(100)).isEqualTo(100);
        tree.restart(new Columns(1, 4));
        assertThat(tree.nodes()).isEqualTo(1);
        assertThat(tree.serial()).isNotEqualTo(serial);
        assertThat(tree.positionAfter(0)).isEqualTo(1);
    }

    @Test
    void takesWholeColumnsOnlyWhereThereAreSeveralLanes() {
        Draft columns = new Draft(2);
        columns.restart(new Columns(2, 1, 2, 3, 4));
        assertThat(columns.token(0, 0)).isEqualTo(3);
        assertThat(columns.token(0, 1)).isEqualTo(4);
        int node = columns.add(0, new int[] {5, 6});
        assertThat(columns.token(node, 1)).isEqualTo(6);
        assertThatThrownBy(() -> columns.add(0, 5)).hasMessageContaining("has 2 tokens, but one was given");
        assertThatThrownBy(() -> new Draft(0)).hasMessageContaining("lanes must be at least 1, but was 0");
        assertThatThrownBy(() -> columns.add(0, new int[3]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a column of this draft has 2 tokens, but 3 were given.");
    }

    @Test
    void aVerdictCommitsThePathAndTheColumnAfterIt() {
        int left = tree.add(0, 1);
        tree.add(0, 2);
        int below = tree.add(left, 3);
        Verdict verdict = tree.verdict();
        verdict.follow(left);
        verdict.follow(below);
        verdict.say(0, 6);
        assertThat(verdict.last()).isEqualTo(below);
        assertThat(verdict.tail()).isZero();
        verdict.end();
        assertThat(verdict.kept()).isEqualTo(2);
        assertThat(verdict.columns()).isEqualTo(3);
        assertThat(new int[] {verdict.token(tree, 0, 0), verdict.token(tree, 1, 0), verdict.token(tree, 2, 0)})
                .containsExactly(1, 3, 6);
        assertThat(verdict.node(0)).isZero();
    }

    @Test
    void aVerdictIsShortenedWhereTheAnswerEnds() {
        int node = 0;
        for (int token = 1; token < 4; token++) {
            node = tree.add(node, token);
        }
        for (int columns = 1; columns <= 4; columns++) {
            Verdict verdict = tree.verdict();
            for (int i = 1; i < 4; i++) {
                verdict.follow(i);
            }
            verdict.end().shorten(columns);
            assertThat(verdict.columns()).isEqualTo(columns);
            assertThat(verdict.kept()).isEqualTo(Math.min(3, columns));
        }
    }

    @Test
    void aVerdictFindsTheChildThatHoldsEveryLane() {
        Draft columns = new Draft(2);
        columns.restart(new Columns(2, 1, 2));
        columns.add(0, new int[] {5, 6});
        int right = columns.add(0, new int[] {5, 7});
        Verdict verdict = columns.verdict();
        verdict.say(0, 5);
        verdict.say(1, 7);
        assertThat(verdict.childSaid(columns)).isEqualTo(right);
        verdict.say(1, 8);
        assertThat(verdict.childSaid(columns)).isEqualTo(Draft.NONE);
    }
}

package dev.specula.testkit;

import dev.specula.token.Draft;
import dev.specula.token.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Steps that rounds take with a sequence, in any order: drafts that are grown, seen and settled, columns appended, rewinds. */
final class RandomSteps {
    private final SequenceProbe probe;
    private final int most;
    private final boolean branching;
    private final SplittableRandom random;

    /** Steps that keep a sequence at about {@code most} columns, with chains alone unless {@code branching}. */
    RandomSteps(SequenceProbe probe, int most, boolean branching, long seed) {
        this.probe = probe;
        this.most = most;
        this.branching = branching;
        this.random = new SplittableRandom(seed);
    }

    /** Takes a step and returns the columns that {@code main} should hold after it. */
    List<Integer> next(Sequence main) {
        if (main.length() > most || random.nextInt(5) == 0) {
            int length = 1 + random.nextInt(main.length());
            List<Integer> wanted = probe.columnsOf(main).subList(0, length * probe.lanes());
            main.rewindTo(length);
            return wanted;
        }
        if (random.nextInt(6) == 0) {
            List<Integer> wanted = probe.columnsOf(main);
            wanted.addAll(probe.filled(0));
            main.append(probe.column(0));
            return wanted;
        }
        return settle(main, grown(main));
    }

    private Draft grown(Sequence main) {
        Draft tree = probe.restarted(main);
        int passes = random.nextInt(3);
        for (int pass = 0; pass < passes; pass++) {
            main.pass(tree);
            for (int nodes = 1 + random.nextInt(3); nodes > 0; nodes--) {
                tree.add(branching ? random.nextInt(tree.nodes()) : tree.last(), probe.column(random.nextInt(2)));
            }
        }
        if (random.nextBoolean() && (passes > 0 || random.nextBoolean())) {
            main.pass(tree);
        }
        return tree;
    }

    private List<Integer> settle(Sequence main, Draft tree) {
        int node = random.nextInt(tree.nodes());
        List<Integer> wanted = probe.columnsTo(main, tree, node);
        wanted.addAll(probe.filled(1));
        List<Integer> path = new ArrayList<>();
        for (int n = node; n > 0; n = tree.parentOf(n)) {
            path.add(0, n);
        }
        main.settle(tree, probe.verdict(tree, 1, path.stream().mapToInt(n -> n).toArray()));
        return wanted;
    }
}

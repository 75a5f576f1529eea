package dev.specula.blocks.tokens;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Learns BPE merges (Sennrich et al. 2016) from word counts. Ties go to the pair first in order: runs agree. */
final class PairMerges {

    /** Two neighbouring symbols that become one. */
    record Merge(String left, String right) {
        String merged() {
            return left + right;
        }
    }

    private final Map<String, List<String>> symbolsOf = new TreeMap<>();
    private final Map<String, Integer> countOf;

    private PairMerges(Map<String, Integer> countOf) {
        this.countOf = countOf;
        countOf.keySet().forEach(word -> symbolsOf.put(word, characters(word)));
    }

    /** At most {@code limit} merges, the most frequent pair first; fewer when every word is one symbol. */
    static List<Merge> learn(Map<String, Integer> countOf, int limit) {
        PairMerges words = new PairMerges(countOf);
        List<Merge> merges = new ArrayList<>();
        while (merges.size() < limit) {
            Optional<Merge> best = words.mostFrequent();
            if (best.isEmpty()) {
                break;
            }
            merges.add(best.get());
            words.symbolsOf.replaceAll((word, symbols) -> apply(best.get(), symbols));
        }
        return merges;
    }

    static List<String> characters(String word) {
        return word.chars().mapToObj(Character::toString).toList();
    }

    static List<String> apply(Merge merge, List<String> symbols) {
        List<String> applied = new ArrayList<>();
        for (int index = 0; index < symbols.size(); index++) {
            boolean pair = index + 1 < symbols.size()
                    && symbols.get(index).equals(merge.left())
                    && symbols.get(index + 1).equals(merge.right());
            applied.add(pair ? merge.merged() : symbols.get(index));
            if (pair) {
                index++;
            }
        }
        return applied;
    }

    private Optional<Merge> mostFrequent() {
        Map<Merge, Integer> counts = new HashMap<>();
        symbolsOf.forEach((word, symbols) -> {
            for (int index = 0; index + 1 < symbols.size(); index++) {
                counts.merge(
                        new Merge(symbols.get(index), symbols.get(index + 1)),
                        countOf.getOrDefault(word, 0),
                        Integer::sum);
            }
        });
        return counts.entrySet().stream()
                .max(Map.Entry.<Merge, Integer>comparingByValue()
                        .thenComparing(entry -> entry.getKey().left())
                        .thenComparing(entry -> entry.getKey().right()))
                .map(Map.Entry::getKey);
    }
}

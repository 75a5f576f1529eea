package dev.specula.blocks.text;

import dev.specula.blocks.scene.BlockColour;
import dev.specula.blocks.scene.BlockShape;
import dev.specula.blocks.scene.BlockSize;
import dev.specula.blocks.scene.Region;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads facts out of a text, clause by clause. Attributes before a noun are of that noun, others of the block named last; a
 * region is of the block named before it, or of the next one when the clause begins with it.
 */
final class FactReader {

    private static final List<String> COMPARISONS = List.of("bigger", "smaller", "biggest", "smallest");

    private final List<String> words;
    private final List<Description> descriptions = new ArrayList<>();
    private Description pending = Description.NOTHING; // attributes of a noun still to come
    private Facts.@Nullable Verdict verdict;
    private int count = -1;
    private @Nullable String relation;
    private boolean namedInClause;
    private boolean saidIt; // the clause speaks of the block named last

    FactReader(String text) {
        String spaced =
                text.toLowerCase(Locale.ROOT).replaceAll("([.,;:?!])", " $1 ").trim();
        this.words = spaced.isEmpty() ? List.of() : Arrays.asList(spaced.split("\\s+"));
    }

    Facts read() {
        int place = 0;
        while (place < words.size()) {
            place += readAt(place);
        }
        endClause();
        return new Facts(verdict, count, relation, descriptions);
    }

    /** Understands the words at {@code place} and returns how many they were, at least one. */
    private int readAt(int place) {
        String word = words.get(place);
        Optional<Direction> direction = directionAt(place);
        if (direction.isPresent()) {
            relation = direction.get().words();
            return direction.get().words().split(" ").length;
        }
        int regionLength = regionLength(place);
        if (regionLength > 0) {
            region(Lexicon.REGIONS.get(String.join(" ", words.subList(place, place + regionLength))));
            return regionLength;
        }
        if (word.equals(".") || word.equals(";")) {
            endClause();
        } else if (word.equals("it")) {
            saidIt = true;
        } else if (word.equals("yes")) {
            verdict = Facts.Verdict.YES;
        } else if (word.equals("no")
                && place + 1 < words.size()
                && words.get(place + 1).equals(",")) {
            verdict = Facts.Verdict.NO;
        } else if (word.equals("only")) {
            count = 1;
        } else if (word.equals("nothing") && !words.subList(place, words.size()).contains("else")) {
            count = 0;
        } else if (Lexicon.NUMBERS.containsKey(word) && !partOfMore(place)) {
            count = count < 0 ? Lexicon.NUMBERS.get(word) : count;
        } else if (COMPARISONS.contains(word)) {
            relation = word;
        } else if (Lexicon.isAttribute(word)) {
            attribute(place);
        } else if (Lexicon.isNoun(word)) {
            noun(Lexicon.SHAPES.get(word));
        }
        return 1;
    }

    /** A region with no block, as in "there is nothing at the centre", stands for itself. */
    private void endClause() {
        if (!pending.equals(Description.NOTHING)) {
            descriptions.add(pending);
        }
        pending = Description.NOTHING;
        namedInClause = false;
        saidIt = false;
    }

    private Optional<Direction> directionAt(int place) {
        return Arrays.stream(Direction.values())
                .filter(direction -> {
                    List<String> phrase = Arrays.asList(direction.words().split(" "));
                    int end = place + phrase.size();
                    return end <= words.size() && words.subList(place, end).equals(phrase);
                })
                .findFirst();
    }

    /** One word for "centre", two for "top left", none when there is no region. */
    private int regionLength(int place) {
        if (place + 2 <= words.size()
                && Lexicon.REGIONS.containsKey(String.join(" ", words.subList(place, place + 2)))) {
            return 2;
        }
        return Lexicon.REGIONS.containsKey(words.get(place)) ? 1 : 0;
    }

    /** "one of three shapes": the number that counts comes later. */
    private boolean partOfMore(int place) {
        return place + 1 < words.size() && words.get(place + 1).equals("of");
    }

    private void region(@Nullable Region region) {
        if (region == null) {
            return;
        }
        if (namedInClause || (pending.equals(Description.NOTHING) && continuesLast())) {
            replaceLast(last().withRegion(region));
        } else {
            pending = pending.withRegion(region);
        }
    }

    /** A clause that speaks of the last block without naming it: "it lies at the top left". */
    private boolean continuesLast() {
        return !descriptions.isEmpty() && last().region() == null && saidIt;
    }

    private void attribute(int place) {
        BlockColour colour = Lexicon.COLOURS.get(words.get(place));
        BlockSize size = Lexicon.SIZES.get(words.get(place));
        boolean ofNext = namesNoun(place) || descriptions.isEmpty();
        Description owner = ofNext ? pending : last();
        Description told = owner;
        if (colour != null) {
            told = told.withColour(colour);
        }
        if (size != null) {
            told = told.withSize(size);
        }
        if (ofNext) {
            pending = told;
        } else {
            replaceLast(told);
        }
    }

    private boolean namesNoun(int place) {
        int next = place + 1;
        while (next < words.size() && Lexicon.isAttribute(words.get(next))) {
            next++;
        }
        return next < words.size() && Lexicon.isNoun(words.get(next));
    }

    private void noun(@Nullable BlockShape shape) {
        boolean described = pending.colour() != null || pending.size() != null;
        if (shape == null && !described) {
            return; // "three shapes": no block is named
        }
        descriptions.add(shape == null ? pending : pending.withShape(shape));
        pending = Description.NOTHING;
        namedInClause = true;
    }

    private Description last() {
        return descriptions.get(descriptions.size() - 1);
    }

    private void replaceLast(Description description) {
        descriptions.set(descriptions.size() - 1, description);
    }
}

package dev.specula.blocks.text;

import static dev.specula.blocks.text.Voice.listed;
import static dev.specula.blocks.text.Voice.shapes;

import dev.specula.blocks.scene.Block;
import dev.specula.blocks.scene.BlockColour;
import dev.specula.blocks.scene.BlockShape;
import dev.specula.blocks.scene.Region;
import dev.specula.blocks.scene.Scene;
import dev.specula.blocks.text.Exchange.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Questions about one scene in one register. None is asked whose answer a careful viewer could doubt. */
final class Questions {

    private final List<Block> blocks;
    private final Voice voice;
    private final Random random;

    Questions(Scene scene, Voice voice, Random random) {
        this.blocks = scene.blocks();
        this.voice = voice;
        this.random = random;
    }

    /** A question of a random kind among those this scene allows. */
    Exchange any() {
        while (true) {
            Kind kind = one(List.of(Kind.values()));
            Optional<Exchange> question = switch (kind) {
                case CAPTION -> Optional.empty();
                case COLOUR -> colour();
                case PLACE -> place();
                case SIZE -> size();
                case WHAT_IS_THERE -> whatIsThere();
                case COUNT -> count();
                case COUNT_OF_COLOUR -> countOfColour();
                case EXISTENCE -> existence();
                case RELATION -> relation();
                case COMPARISON -> comparison();
                case EXTREME -> extreme();
            };
            if (question.isPresent()) {
                return question.get();
            }
        }
    }

    private Optional<Exchange> colour() {
        return clearlyVisible().filter(this::uniqueShape).map(block -> {
            String noun = voice.word(block.shape());
            return new Exchange(
                    Kind.COLOUR,
                    one(List.of("what colour is the %s?", "which colour does the %s have?"))
                            .formatted(noun),
                    "the %s is %s. it is %s and lies at the %s of the picture."
                            .formatted(noun, voice.word(block.colour()), voice.word(block.size()), place(block)));
        });
    }

    private Optional<Exchange> place() {
        return clearlyVisible().map(block -> {
            Reference reference = reference(block);
            return new Exchange(
                    Kind.PLACE,
                    one(List.of("where is %s?", "in which part of the picture is %s?"))
                            .formatted(reference.words()),
                    "%s is at the %s of the picture. it is %s."
                            .formatted(reference.words(), place(block), rest(block, reference)));
        });
    }

    private Optional<Exchange> size() {
        return clearlyVisible().map(block -> {
            Reference reference = reference(block);
            String colour = reference.coloured() ? "" : "is %s and ".formatted(voice.word(block.colour()));
            return new Exchange(
                    Kind.SIZE,
                    one(List.of("how big is %s?", "what size is %s?")).formatted(reference.words()),
                    "%s is %s. it %slies at the %s of the picture."
                            .formatted(reference.words(), voice.word(block.size()), colour, place(block)));
        });
    }

    private Optional<Exchange> whatIsThere() {
        Region region = one(List.of(Region.values()));
        if (random.nextInt(4) != 0) {
            region = one(blocks).region();
        }
        return allVisible(whatIsAt(region));
    }

    private Exchange whatIsAt(Region region) {
        String request = one(List.of("what is at the %s?", "which shape is at the %s?"));
        String answer = blocks.stream()
                .filter(block -> block.region() == region)
                .findFirst()
                .map(block -> "at the %s there is %s. it is %s in the picture."
                        .formatted(
                                place(block),
                                voice.inFull(block),
                                blocks.size() == 1 ? "the only shape" : "one of " + shapes(blocks.size())))
                .orElseGet(() -> "there is nothing at the %s. the picture shows %s."
                        .formatted(Voice.word(region), listed(blocks, voice::inShort)));
        return new Exchange(Kind.WHAT_IS_THERE, request.formatted(Voice.word(region)), answer);
    }

    private Optional<Exchange> count() {
        return allVisible(new Exchange(
                Kind.COUNT,
                one(List.of("how many shapes are there?", "how many shapes does the picture show?")),
                "the picture shows %s: %s.".formatted(shapes(blocks.size()), listed(blocks, voice::inShort))));
    }

    private Optional<Exchange> countOfColour() {
        BlockColour colour = random.nextInt(4) == 0
                ? one(List.of(BlockColour.values()))
                : one(blocks).colour();
        List<Block> alike =
                blocks.stream().filter(block -> block.colour() == colour).toList();
        String word = voice.word(colour);
        String answer = alike.isEmpty()
                ? "there are no %s shapes. the picture shows %s.".formatted(word, listed(blocks, voice::inShort))
                : "there %s %s %s %s: %s."
                        .formatted(
                                alike.size() == 1 ? "is" : "are",
                                Voice.number(alike.size()),
                                word,
                                alike.size() == 1 ? "shape" : "shapes",
                                listed(
                                        alike,
                                        block -> "a %s at the %s".formatted(voice.word(block.shape()), place(block))));
        String request = one(List.of("how many %s shapes are there?", "how many shapes are %s?"));
        return allVisible(new Exchange(Kind.COUNT_OF_COLOUR, request.formatted(word), answer));
    }

    private Optional<Exchange> existence() {
        // Half true, half with the colour and shape of blocks that are there: a guess from the question is worth
        // nothing.
        BlockColour colour = one(blocks).colour();
        BlockShape shape = one(blocks).shape();
        if (random.nextInt(3) == 0) {
            shape = one(List.of(BlockShape.values()));
        } else if (random.nextInt(2) == 0) {
            Block block = one(blocks);
            colour = block.colour();
            shape = block.shape();
        }
        String noun = Voice.withArticle(voice.word(colour) + " " + voice.word(shape));
        BlockColour askedColour = colour;
        BlockShape askedShape = shape;
        String answer = blocks.stream()
                .filter(block -> block.colour() == askedColour && block.shape() == askedShape)
                .findFirst()
                .map(block -> "yes, there is %s at the %s of the picture. it is %s."
                        .formatted(noun, place(block), voice.word(block.size())))
                .orElseGet(() -> "no, there is no %s. the picture shows %s."
                        .formatted(noun.substring(noun.indexOf(' ') + 1), listed(blocks, voice::inShort)));
        String request = one(List.of("is there %s?", "do you see %s?", "can you find %s in the picture?"));
        return allVisible(new Exchange(Kind.EXISTENCE, request.formatted(noun), answer));
    }

    /** The places come before the verdict that follows from them. */
    private Optional<Exchange> relation() {
        return pair().flatMap(pair -> {
            Block first = pair.get(0);
            Block second = pair.get(1);
            Direction asked = one(List.of(Direction.values()));
            Optional<Direction> holds = asked.between(first.region(), second.region());
            String firstWords = reference(first).words();
            String secondWords = reference(second).words();
            return holds.map(direction -> new Exchange(
                    Kind.RELATION,
                    "is %s %s %s?".formatted(firstWords, asked.words(), secondWords),
                    "%s is at the %s and %s is at the %s. %s, %s is %s %s."
                            .formatted(
                                    firstWords,
                                    place(first),
                                    secondWords,
                                    place(second),
                                    direction == asked ? "yes" : "no",
                                    firstWords,
                                    direction.words(),
                                    secondWords)));
        });
    }

    private Optional<Exchange> comparison() {
        return pair().filter(pair -> pair.get(0).size() != pair.get(1).size()).map(pair -> {
            Block first = pair.get(0);
            Block second = pair.get(1);
            String firstWords = reference(first).words();
            String secondWords = reference(second).words();
            boolean bigger = random.nextBoolean();
            String word = bigger ? "bigger" : "smaller";
            boolean firstWins = first.size().compareTo(second.size()) > 0 == bigger;
            return new Exchange(
                    Kind.COMPARISON,
                    "which is %s, %s or %s?".formatted(word, firstWords, secondWords),
                    "%s is %s. %s is %s and %s is %s."
                            .formatted(
                                    firstWins ? firstWords : secondWords,
                                    word,
                                    firstWords,
                                    voice.word(first.size()),
                                    secondWords,
                                    voice.word(second.size())));
        });
    }

    private Optional<Exchange> extreme() {
        boolean biggest = random.nextBoolean();
        List<Block> candidates = new ArrayList<>(blocks);
        candidates.sort((left, right) ->
                biggest ? right.size().compareTo(left.size()) : left.size().compareTo(right.size()));
        Block winner = candidates.get(0);
        if (blocks.size() < 2 || candidates.get(1).size() == winner.size()) {
            return Optional.empty();
        }
        String word = biggest ? "biggest" : "smallest";
        return allVisible(new Exchange(
                Kind.EXTREME,
                one(List.of("which shape is the %s?", "what is the %s shape?")).formatted(word),
                "the %s shape is the %s at the %s of the picture. it is %s."
                        .formatted(word, voice.colouredShape(winner), place(winner), voice.word(winner.size()))));
    }

    private record Reference(String words, boolean coloured) {}

    /** "the star" where that is clear, and now and then "the red star" even so. */
    private Reference reference(Block block) {
        return uniqueShape(block) && random.nextInt(3) != 0
                ? new Reference("the " + voice.word(block.shape()), false)
                : new Reference("the " + voice.colouredShape(block), true);
    }

    /** The attributes a reference leaves unsaid. */
    private String rest(Block block, Reference reference) {
        String size = voice.word(block.size());
        return reference.coloured() ? size : size + " and " + voice.word(block.colour());
    }

    private static String place(Block block) {
        return Voice.word(block.region());
    }

    private boolean uniqueShape(Block block) {
        return blocks.stream().filter(other -> other.shape() == block.shape()).count() == 1;
    }

    private Optional<Block> clearlyVisible() {
        return Optional.of(one(blocks)).filter(Block::clearlyVisible);
    }

    private Optional<List<Block>> pair() {
        Block first = one(blocks);
        Block second = one(blocks);
        return !first.equals(second) && first.clearlyVisible() && second.clearlyVisible()
                ? Optional.of(List.of(first, second))
                : Optional.empty();
    }

    private Optional<Exchange> allVisible(Exchange question) {
        return blocks.stream().allMatch(Block::clearlyVisible) ? Optional.of(question) : Optional.empty();
    }

    private <T> T one(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}

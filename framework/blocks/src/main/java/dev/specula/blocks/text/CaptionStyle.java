package dev.specula.blocks.text;

import static dev.specula.blocks.text.Voice.listed;
import static dev.specula.blocks.text.Voice.shapes;

import dev.specula.blocks.scene.Block;
import dev.specula.blocks.scene.Scene;
import java.util.List;
import java.util.Random;

/** Ways to tell a whole scene. The request alone decides which, so that one picture has one right caption for it. */
enum CaptionStyle {
    ONE_SENTENCE("describe the %s.", "please describe this %s.", "can you describe the %s?") {
        @Override
        String caption(List<Block> blocks, Voice voice, String picture) {
            return "there %s %s in the %s: %s."
                    .formatted(
                            isOrAre(blocks),
                            shapes(blocks.size()),
                            picture,
                            listed(blocks, block -> placed(block, voice)));
        }
    },
    FIRST_PERSON("what do you see?", "what can you see in this %s?", "tell me what you see.") {
        @Override
        String caption(List<Block> blocks, Voice voice, String picture) {
            StringBuilder caption = new StringBuilder("i see %s.".formatted(shapes(blocks.size())));
            for (Block block : blocks) {
                caption.append(" at the %s there is %s.".formatted(Voice.word(block.region()), voice.inFull(block)));
            }
            return caption.toString();
        }
    },
    LIST("list the shapes.", "what is where in this %s?", "list everything in the %s.") {
        @Override
        String caption(List<Block> blocks, Voice voice, String picture) {
            List<String> entries = blocks.stream()
                    .map(block -> "%s: %s".formatted(Voice.word(block.region()), voice.inFull(block)))
                    .toList();
            return "%s. that makes %s.".formatted(String.join("; ", entries), shapes(blocks.size()));
        }
    },
    TITLE("write a caption.", "write a caption for this %s.", "give the %s a caption.") {
        @Override
        String caption(List<Block> blocks, Voice voice, String picture) {
            return "%s of %s, with %s, on a soft background."
                    .formatted(
                            Voice.withArticle(picture),
                            shapes(blocks.size()),
                            listed(blocks, block -> placed(block, voice)));
        }
    },
    ORDERED("tell me about this %s.", "what is in the %s?", "what does the %s show?") {
        private static final List<String> ORDINALS = List.of("first", "second", "third", "fourth");

        @Override
        String caption(List<Block> blocks, Voice voice, String picture) {
            StringBuilder caption = new StringBuilder("this %s shows %s.".formatted(picture, shapes(blocks.size())));
            for (int index = 0; index < blocks.size(); index++) {
                Block block = blocks.get(index);
                caption.append(" the %s is %s, which lies at the %s."
                        .formatted(ORDINALS.get(index), voice.inFull(block), Voice.word(block.region())));
            }
            return caption.toString();
        }
    },
    SCENE("what is going on in the %s?", "explain this %s to me.", "what is this?") {
        @Override
        String caption(List<Block> blocks, Voice voice, String picture) {
            return "in the %s you find %s. there is nothing else."
                    .formatted(picture, listed(blocks, block -> placed(block, voice)));
        }
    };

    private static final int IMAGE_ONCE_IN = 3;

    private final String first;
    private final String second;
    private final String third;

    CaptionStyle(String first, String second, String third) {
        this.first = first;
        this.second = second;
        this.third = third;
    }

    static CaptionStyle any(Random random) {
        return values()[random.nextInt(values().length)];
    }

    Exchange exchange(Scene scene, Voice voice, Random random) {
        String request = List.of(first, second, third).get(random.nextInt(3));
        // The answer repeats the user's word, and says "picture" when there is none to repeat.
        String picture = request.contains("%s") && random.nextInt(IMAGE_ONCE_IN) == 0 ? "image" : "picture";
        return new Exchange(Exchange.Kind.CAPTION, request.formatted(picture), caption(scene.blocks(), voice, picture));
    }

    abstract String caption(List<Block> blocks, Voice voice, String picture);

    private static String isOrAre(List<Block> blocks) {
        return blocks.size() == 1 ? "is" : "are";
    }

    private static String placed(Block block, Voice voice) {
        return "%s at the %s".formatted(voice.inFull(block), Voice.word(block.region()));
    }
}

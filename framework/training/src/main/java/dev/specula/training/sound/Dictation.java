package dev.specula.training.sound;

import dev.specula.blocks.text.Commands;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * What a model is to write for a clip, and where it hears each token: the prompt, then words with or without timestamps, as
 * Whisper does. A sentence that the window cuts off has no timestamp after it: the next window says it again.
 */
final class Dictation {

    private static final int WITH_WORDS_BEFORE_ONCE_IN = 10;

    private final int[] tokens;
    private final int prompt;
    private final int[] from;
    private final int[] to;

    private Dictation(Writer writer, int prompt) {
        this.tokens = array(writer.tokens);
        this.prompt = prompt;
        this.from = array(writer.from);
        this.to = array(writer.to);
    }

    /** Of {@code clip}; {@code random} decides about timestamps and words before. */
    static Dictation of(Clip clip, SpeechVocabulary vocabulary, Random random) {
        Writer writer = new Writer();
        if (random.nextInt(WITH_WORDS_BEFORE_ONCE_IN) == 0) {
            writer.add(vocabulary.previous());
            String before = Commands.request(random.nextInt(1 << 20)).get(0);
            for (int token : vocabulary.tokenizer().encode(" " + before)) {
                writer.add(token);
            }
        }
        writer.add(vocabulary.start());
        writer.add(vocabulary.english());
        writer.add(vocabulary.transcribe());
        boolean timed = random.nextBoolean();
        if (!timed) {
            writer.add(vocabulary.withoutTimestamps());
        }
        int prompt = writer.tokens.size();
        writer.write(clip.sentences(), vocabulary, timed);
        writer.add(vocabulary.end());
        return new Dictation(writer, prompt);
    }

    /** Prompt and answer. */
    int[] tokens() {
        return tokens;
    }

    /** Tokens of the prompt. */
    int prompt() {
        return prompt;
    }

    /** The row of an encoder at which a token begins to be heard, by token. */
    int[] from() {
        return from;
    }

    /** The row after its last, by token; where it is the first, the token is heard nowhere. */
    int[] to() {
        return to;
    }

    private static int[] array(List<Integer> numbers) {
        return numbers.stream().mapToInt(Integer::intValue).toArray();
    }

    private static final class Writer {

        private static final int AFTER = 12; // rows of the pause that tells that a sentence is over
        private static final int AROUND = 2; // rows on either side of the moment at which it is

        private final List<Integer> tokens = new ArrayList<>();
        private final List<Integer> from = new ArrayList<>();
        private final List<Integer> to = new ArrayList<>();

        void add(int token) {
            add(token, 0, 0);
        }

        void add(int token, int first, int end) {
            tokens.add(token);
            from.add(Math.min(first, Clip.ROWS));
            to.add(Math.min(end, Clip.ROWS));
        }

        void write(List<Sentence> sentences, SpeechVocabulary vocabulary, boolean timed) {
            if (timed) {
                add(vocabulary.timestamp(0));
            }
            for (int number = 0; number < sentences.size(); number++) {
                Sentence sentence = sentences.get(number);
                for (Spoken.Part word : sentence.words()) {
                    for (int token : vocabulary.tokenizer().encode(" " + word.text())) {
                        add(token, Clip.row(word.start()), Clip.row(word.end()));
                    }
                }
                if (sentence.whole()) {
                    int over = Clip.row(sentence.end());
                    add(vocabulary.tokenizer().encode(".")[0], over, over + AFTER);
                    if (timed) {
                        int timestamp = vocabulary.timestamp(sentence.end());
                        add(timestamp, over - AROUND, over + AROUND);
                        if (number + 1 < sentences.size()) {
                            add(timestamp, over - AROUND, over + AROUND);
                        }
                    }
                }
            }
        }
    }
}

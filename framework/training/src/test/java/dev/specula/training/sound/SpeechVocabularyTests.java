package dev.specula.training.sound;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpeechVocabularyTests {

    private static final SpeechVocabulary VOCABULARY = new SpeechVocabulary();

    private static String text(int token) {
        return VOCABULARY.further().get(token - VOCABULARY.words());
    }

    @Test
    void marksFollowTheWordsAndTimestampsFollowTheMarks() {
        assertThat(List.of(
                        text(VOCABULARY.end()),
                        text(VOCABULARY.start()),
                        text(VOCABULARY.english()),
                        text(VOCABULARY.transcribe()),
                        text(VOCABULARY.previous()),
                        text(VOCABULARY.withoutTimestamps())))
                .containsExactly(
                        "<|endoftext|>",
                        "<|startoftranscript|>",
                        "<|en|>",
                        "<|transcribe|>",
                        "<|startofprev|>",
                        "<|notimestamps|>");
        assertThat(text(VOCABULARY.size() - 1)).isEqualTo("<|10.00|>");
    }

    @Test
    void timestampsAreATenthOfASecondApart() {
        assertThat(text(VOCABULARY.timestamp(0))).isEqualTo("<|0.00|>");
        assertThat(text(VOCABULARY.timestamp(3.17))).isEqualTo("<|3.20|>");
        assertThat(text(VOCABULARY.timestamp(11))).isEqualTo("<|10.00|>");
    }
}

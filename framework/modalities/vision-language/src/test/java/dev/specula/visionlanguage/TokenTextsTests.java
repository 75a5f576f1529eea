package dev.specula.visionlanguage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.specula.text.TokenTexts;
import org.junit.jupiter.api.Test;

class TokenTextsTests {
    private final ToyVocabulary vocabulary = new ToyVocabulary(12);
    private final TokenTexts texts = new TokenTexts(vocabulary);

    @Test
    void knowsWhatAnOrdinaryTokenAdds() {
        assertThat(texts.added(vocabulary.encode("c")[0])).isEqualTo("c");
        assertThat(texts.added(vocabulary.encode("c")[0])).isEqualTo("c");
    }

    @Test
    void addsNothingForTokensThatStandForNoText() {
        assertThat(texts.added(ToyVocabulary.END)).isEmpty();
    }

    @Test
    void doesNotKnowPartsOfACharacter() {
        assertThat(texts.added(ToyVocabulary.FIRST_BYTE)).isNull();
        assertThat(texts.added(ToyVocabulary.SECOND_BYTE)).isNull();
        assertThat(texts.added(vocabulary.size())).isNull();
    }
}

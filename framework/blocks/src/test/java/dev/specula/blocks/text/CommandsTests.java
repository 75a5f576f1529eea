package dev.specula.blocks.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.specula.blocks.scene.SeedRange;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class CommandsTests {

    private static final List<List<String>> REQUESTS = LongStream.range(0, 500)
            .mapToObj(index -> Commands.request(SeedRange.VALIDATION.seed(index)))
            .toList();

    @Test
    void aSeedAlwaysStandsForTheSameSentences() {
        assertThat(Commands.request(SeedRange.VALIDATION.seed(7))).isEqualTo(REQUESTS.get(7));
    }

    @Test
    void aRequestIsOneToFourSentencesThatEndInAFullStop() {
        assertThat(REQUESTS).allSatisfy(request -> {
            assertThat(request).hasSizeBetween(1, 4);
            assertThat(request).allMatch(sentence -> sentence.matches("[a-z]+( [a-z]+)+\\."));
        });
    }

    @Test
    void hardlyAnyTwoRequestsAreTheSame() {
        assertThat(REQUESTS.stream().distinct().count()).isGreaterThan(490);
    }
}

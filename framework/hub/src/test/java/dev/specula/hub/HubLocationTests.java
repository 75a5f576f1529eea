package dev.specula.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.specula.model.ModelLoadException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HubLocationTests {
    @ParameterizedTest
    @CsvSource({
        "hf://owner/name,                     owner/name, main,       ''",
        "hf://owner/name@v1.0,                owner/name, v1.0,       ''",
        "hf://owner/name@refs%2Fpr%2F3,       owner/name, refs/pr/3,  ''",
        "hf://Owner-1/na.me_2/draft/,         Owner-1/na.me_2, main,  draft",
        "hf://owner/name@abc/gguf/q4.gguf,    owner/name, abc,        gguf/q4.gguf"
    })
    void readsRepositoryRevisionAndPath(String text, String repository, String revision, String path) {
        HubLocation location = HubLocation.of(text);

        assertThat(location).isEqualTo(new HubLocation(repository, revision, path));
        assertThat(HubLocation.of(location.toString())).isEqualTo(location);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hf://name",
                "hf://owner/name@",
                "hf:owner/name",
                "hf://../name",
                "hf://owner/name@..%2F..",
                "hf://a--b/c",
                "hf://owner/name/../other",
                "hf://owner/na me",
                "hf:///name",
                "https://host/owner/name"
            })
    void refusesWhatIsNoLocation(String text) {
        assertThatThrownBy(() -> HubLocation.of(text)).isInstanceOf(ModelLoadException.class);
    }
}

package dev.specula.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.specula.model.ModelLoadException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HubSettingsTests {
    @Test
    void asksThePublicHubWhereTheEnvironmentSaysNothing() {
        HubSettings settings = HubSettings.of(Map.of());

        assertThat(settings.endpoint()).isEqualTo(URI.create("https://huggingface.co"));
        assertThat(settings.cache()).isEqualTo(Path.of(System.getProperty("user.home"), ".cache/huggingface/hub"));
        assertThat(settings.token()).isNull();
        assertThat(settings.offline()).isFalse();
    }

    @Test
    void keepsModelsWhereTheEnvironmentSays() {
        assertThat(HubSettings.of(Map.of("XDG_CACHE_HOME", "/c")).cache()).isEqualTo(Path.of("/c/huggingface/hub"));
        assertThat(HubSettings.of(Map.of("HF_HOME", "/h", "XDG_CACHE_HOME", "/c"))
                        .cache())
                .isEqualTo(Path.of("/h/hub"));
        assertThat(HubSettings.of(Map.of("HF_HUB_CACHE", "/k", "HF_HOME", "/h")).cache())
                .isEqualTo(Path.of("/k"));
    }

    @Test
    void takesEndpointAndTokenFromTheEnvironment() {
        HubSettings settings = HubSettings.of(Map.of("HF_ENDPOINT", "http://mirror:8080/", "HF_TOKEN", " abc\n"));

        assertThat(settings.endpoint()).isEqualTo(URI.create("http://mirror:8080"));
        assertThat(settings.token()).isEqualTo("abc");
    }

    @ParameterizedTest
    @CsvSource({"1, true", "TRUE, true", "yes, true", "on, true", "0, false", "'', false", "no, false"})
    void isOfflineWhenTheEnvironmentSaysSo(String value, boolean offline) {
        assertThat(HubSettings.of(Map.of("HF_HUB_OFFLINE", value)).offline()).isEqualTo(offline);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://mirror", "mirror", "http://a b"})
    void refusesAnEndpointThatIsNoWebAddress(String endpoint) {
        assertThatThrownBy(() -> HubSettings.of(Map.of("HF_ENDPOINT", endpoint)))
                .isInstanceOf(ModelLoadException.class)
                .hasMessageContaining("HF_ENDPOINT must be an http or https address");
    }
}

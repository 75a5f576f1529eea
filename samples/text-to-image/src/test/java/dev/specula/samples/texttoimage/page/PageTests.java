package dev.specula.samples.texttoimage.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.specula.plan.Speculation;
import dev.specula.samples.texttoimage.ScriptedDrawer;
import dev.specula.samples.texttoimage.TextToImageApplication;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@SpringBootTest(classes = TextToImageApplication.class)
@Import(ScriptedDrawer.InPlaceOfTheModels.class)
@AutoConfigureMockMvc
class PageTests {
    private static final List<String> FILES = List.of(
            "/index.html",
            "/page.js",
            "/picture.css",
            "/style.css",
            "/comparison.js",
            "/controls.js",
            "/events.js",
            "/lane.js");

    @Autowired
    private MockMvcTester mvc;

    @Test
    void needsNothingFromOutside() throws Exception {
        for (String file : FILES) {
            MvcTestResult result = mvc.get().uri(file).exchange();

            assertThat(result).hasStatusOk();
            assertThat(result.getResponse().getContentAsString()).doesNotContain("http://", "https://", "@import");
        }
    }

    @Test
    void streamsRowsAndEndsWithThePicture() throws Exception {
        MvcTestResult result = mvc.post()
                .uri("/api/drawings")
                .param("caption", "a red star")
                .param("guidance", "2.5")
                .param("temperature", "0.5")
                .param("seed", "9")
                .param("speculation", "plain")
                .exchange();

        assertThat(result).hasStatusOk().hasContentTypeCompatibleWith(MediaType.TEXT_EVENT_STREAM);
        assertThat(result.getResponse().getContentAsString(StandardCharsets.UTF_8))
                .containsSubsequence("event:rows", "\"rows\":1", "event:rows", "\"rows\":2", "event:end")
                .contains("\"tokens\":[7,8,9]", "\"png\":\"iVBOR");
        assertThat(ScriptedDrawer.asked().words()).isEqualTo("a red star");
        assertThat(ScriptedDrawer.asked().options()).satisfies(options -> {
            assertThat(options.guidance().scale()).isEqualTo(2.5);
            assertThat(options.sampling().seed()).isEqualTo(9);
            assertThat(options.sampling().temperature()).isEqualTo(0.5);
            assertThat(options.speculation()).isEqualTo(Speculation.PLAIN);
        });
    }

    @Test
    void saysKindlyWhatCannotBeDrawn() {
        assertThat(mvc.post().uri("/api/drawings").param("caption", " "))
                .hasStatus(HttpStatus.BAD_REQUEST)
                .bodyJson()
                .extractingPath("$.message")
                .asString()
                .contains("must have words");
        assertThat(mvc.post().uri("/api/drawings").param("caption", "a star").param("guidance", "-1"))
                .hasStatus(HttpStatus.BAD_REQUEST)
                .bodyJson()
                .extractingPath("$.message")
                .asString()
                .contains("guidance must be at least 0");
    }

    @Test
    void saysWhatDrawsAndSuggestsCaptions() {
        assertThat(mvc.get().uri("/api/pipeline"))
                .bodyJson()
                .extractingPath("$.description.guarantee")
                .isEqualTo("SAME_TOKENS");
        assertThat(mvc.get().uri("/api/captions"))
                .bodyJson()
                .extractingPath("$")
                .asArray()
                .hasSize(6);
    }
}

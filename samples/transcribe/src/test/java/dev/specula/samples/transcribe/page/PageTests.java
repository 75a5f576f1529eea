package dev.specula.samples.transcribe.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.specula.plan.Speculation;
import dev.specula.samples.transcribe.ScriptedSpeech;
import dev.specula.samples.transcribe.TranscribeApplication;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@SpringBootTest(classes = TranscribeApplication.class)
@Import(ScriptedSpeech.InPlaceOfTheModels.class)
@AutoConfigureMockMvc
class PageTests {
    private static final List<String> FILES = List.of(
            "/index.html",
            "/page.js",
            "/transcript.css",
            "/recorder.js",
            "/command.wav",
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
    void streamsEachSegmentWithTheOriginOfItsTokensAndEndsWithStatistics() throws Exception {
        MvcTestResult result = mvc.post()
                .uri("/api/transcripts")
                .multipart()
                .file(new MockMultipartFile("sound", "talk.wav", null, ScriptedSpeech.wav()))
                .param("language", "de")
                .param("speculation", "plain")
                .exchange();

        assertThat(result).hasStatusOk().hasContentTypeCompatibleWith(MediaType.TEXT_EVENT_STREAM);
        assertThat(result.getResponse().getContentAsString(StandardCharsets.UTF_8))
                .containsSubsequence(
                        "event:segment", "\" good\"", "\"TARGET\"", "\" morning\"", "\"DRAFT\"", "event:end")
                .contains("\"startMillis\":500", "\"tokens\":[5,6,7]", "\"kept\":1");
        assertThat(ScriptedSpeech.asked().options().language()).isEqualTo("de");
        assertThat(ScriptedSpeech.asked().options().speculation()).isEqualTo(Speculation.PLAIN);
    }

    @Test
    void saysKindlyThatAFileIsNoSound() {
        MvcTestResult text = mvc.post()
                .uri("/api/transcripts")
                .multipart()
                .file(new MockMultipartFile("sound", "talk.mp3", null, "words".getBytes(StandardCharsets.UTF_8)))
                .exchange();
        MvcTestResult nothing = mvc.post()
                .uri("/api/transcripts")
                .multipart()
                .param("language", "de")
                .exchange();

        assertThat(text).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(text).bodyJson().extractingPath("$.message").asString().contains("WAV, FLAC, MP3 or Ogg Vorbis");
        assertThat(nothing).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(nothing).bodyJson().extractingPath("$.message").asString().contains("choose a file");
    }
}

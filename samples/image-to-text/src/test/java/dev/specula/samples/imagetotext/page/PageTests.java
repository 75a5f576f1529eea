package dev.specula.samples.imagetotext.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.specula.plan.Speculation;
import dev.specula.samples.imagetotext.ImageToTextApplication;
import dev.specula.samples.imagetotext.ScriptedPictures;
import dev.specula.samples.imagetotext.ShippedPictures;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.imageio.ImageIO;
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

@SpringBootTest(classes = ImageToTextApplication.class)
@Import(ScriptedPictures.InPlaceOfTheModels.class)
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
    void showsItsPicturesByNumber() throws IOException {
        MvcTestResult result = mvc.get().uri("/pictures/21.png").exchange();

        assertThat(result).hasStatusOk().hasContentType(MediaType.IMAGE_PNG);
        assertThat(ImageIO.read(new ByteArrayInputStream(result.getResponse().getContentAsByteArray()))
                        .getWidth())
                .isEqualTo(96);
        assertThat(mvc.get().uri("/api/pictures"))
                .bodyJson()
                .extractingPath("$")
                .asArray()
                .hasSize(6);
    }

    @Test
    void saysWhatAnswers() {
        assertThat(mvc.get().uri("/api/pipeline"))
                .bodyJson()
                .extractingPath("$.description.guarantee")
                .isEqualTo("SAME_TOKENS");
    }

    @Test
    void streamsEachPieceWithItsOriginAndEndsWithStatistics() throws Exception {
        MvcTestResult result = mvc.post()
                .uri("/api/answers")
                .multipart()
                .param("number", "21")
                .param("question", "what is it?")
                .param("temperature", "0.5")
                .param("seed", "9")
                .param("speculation", "plain")
                .exchange();

        assertThat(result).hasStatusOk().hasContentTypeCompatibleWith(MediaType.TEXT_EVENT_STREAM);
        assertThat(result.getResponse().getContentAsString(StandardCharsets.UTF_8))
                .containsSubsequence(
                        "event:piece", "\"text\":\" a\"", "\"TARGET\"", "\"text\":\" red\"", "\"DRAFT\"", "event:end")
                .contains("\"tokens\":[5,6,7]", "\"rounds\":2", "\"kept\":1");
        assertThat(ScriptedPictures.asked().words()).isEqualTo("what is it?");
        assertThat(ScriptedPictures.asked().options().speculation()).isEqualTo(Speculation.PLAIN);
        assertThat(ScriptedPictures.asked().options().sampling().temperature()).isEqualTo(0.5);
        assertThat(ScriptedPictures.asked().options().sampling().seed()).isEqualTo(9);
    }

    @Test
    void answersAboutAnUploadedPicture() {
        MvcTestResult result = mvc.post()
                .uri("/api/answers")
                .multipart()
                .file(new MockMultipartFile("picture", "scene.png", "image/png", ShippedPictures.png(3)))
                .exchange();

        assertThat(result).hasStatusOk();
        assertThat(ScriptedPictures.asked().words()).isEqualTo("describe the picture.");
    }

    @Test
    void saysKindlyThatAFileIsNoPicture() {
        MvcTestResult result = mvc.post()
                .uri("/api/answers")
                .multipart()
                .file(new MockMultipartFile(
                        "picture", "notes.txt", "text/plain", "hello".getBytes(StandardCharsets.UTF_8)))
                .exchange();

        assertThat(result).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(result).bodyJson().extractingPath("$.message").asString().contains("picture", "png");
    }

    @Test
    void saysKindlyThatAPictureIsMissing() {
        assertThat(mvc.post().uri("/api/answers").multipart().param("question", "what?"))
                .hasStatus(HttpStatus.BAD_REQUEST)
                .bodyJson()
                .extractingPath("$.message")
                .isEqualTo("Choose a picture or upload one.");
    }

    @Test
    void saysKindlyWhichValueIsOutOfRange() {
        assertThat(mvc.post()
                        .uri("/api/answers")
                        .multipart()
                        .param("number", "1")
                        .param("temperature", "-1"))
                .hasStatus(HttpStatus.BAD_REQUEST)
                .bodyJson()
                .extractingPath("$.message")
                .asString()
                .contains("temperature", "-1.0");
        assertThat(mvc.post()
                        .uri("/api/answers")
                        .multipart()
                        .param("number", "1")
                        .param("temperature", "hot"))
                .hasStatus(HttpStatus.BAD_REQUEST)
                .bodyJson()
                .extractingPath("$.message")
                .asString()
                .contains("temperature", "hot");
    }

    @Test
    void offersTheEndpointOfTheStarter() {
        assertThat(mvc.get().uri("/actuator/specula"))
                .bodyJson()
                .extractingPath("$.pipelines[0].description.name")
                .isEqualTo("scripted");
    }
}

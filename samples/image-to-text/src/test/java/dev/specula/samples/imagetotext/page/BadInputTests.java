package dev.specula.samples.imagetotext.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.specula.samples.imagetotext.ImageToTextApplication;
import dev.specula.samples.imagetotext.ShippedPictures;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What users send by mistake, over the wire to the embedded pair. */
@SpringBootTest(classes = ImageToTextApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class BadInputTests {
    private static final String BOUNDARY = "----a-form";
    private static final String QUESTION = "what do you see?";

    private final HttpClient client = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @Test
    void aFileThatIsNoPictureIsRefusedByItsFirstBytes() throws Exception {
        HttpResponse<String> response = ask("notes".getBytes(StandardCharsets.UTF_8), QUESTION, "0");

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(response.body())
                .contains("That file cannot be read as a picture.", "must be a file of one of the formats", "notes");
    }

    @Test
    void aPictureOfOnePixelIsAnswered() throws Exception {
        assertAnswered(ask(png(1, 1), QUESTION, "0"));
    }

    @Test
    void aPictureOfTwentyMegapixelsIsAnswered() throws Exception {
        assertAnswered(ask(png(5000, 4000), QUESTION, "0"));
    }

    @Test
    void aQuestionWithoutWordsAsksForACaption() throws Exception {
        HttpResponse<String> nothing = ask(ShippedPictures.png(21), "  ", "0");

        assertAnswered(nothing);
        assertThat(tokens(nothing)).isEqualTo(tokens(ask(ShippedPictures.png(21), "describe the picture.", "0")));
    }

    @Test
    void aQuestionLongerThanTheContextIsToldHowLongItMayBe() throws Exception {
        HttpResponse<String> response = ask(ShippedPictures.png(21), "how many shapes are there? ".repeat(200), "0");

        assertThat(response.body())
                .contains("event:problem", "A question must leave room for an answer", "holds", "ask in fewer words.")
                .doesNotContain("event:piece");
    }

    @Test
    void aTemperatureBelowNoughtIsRefused() throws Exception {
        HttpResponse<String> response = ask(ShippedPictures.png(21), QUESTION, "-0.5");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("temperature must be 0 (greedy) or a positive number, but was -0.5.");
    }

    @Test
    void aFileThatIsTooLargeIsRefusedBeforeItIsRead() throws Exception {
        HttpResponse<String> response = ask(new byte[11 << 20], QUESTION, "0");

        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(response.body()).contains("files up to 10 MB can be uploaded");
    }

    private static void assertAnswered(HttpResponse<String> response) {
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).contains("event:piece", "event:end").doesNotContain("event:problem");
    }

    private static String tokens(HttpResponse<String> response) {
        return response.body().replaceAll("(?s).*\"tokens\":\\[([\\d,]*)].*", "$1");
    }

    private HttpResponse<String> ask(byte[] picture, String question, String temperature) throws Exception {
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        form.writeBytes(part("picture\"; filename=\"file.png"));
        form.writeBytes(picture);
        form.writeBytes(part("question"));
        form.writeBytes(question.getBytes(StandardCharsets.UTF_8));
        form.writeBytes(part("temperature"));
        form.writeBytes(temperature.getBytes(StandardCharsets.UTF_8));
        form.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/answers"))
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(HttpRequest.BodyPublishers.ofByteArray(form.toByteArray()))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static byte[] part(String name) {
        return ("\r\n--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] png(int width, int height) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.LIGHT_GRAY);
        graphics.fillRect(0, 0, width, height);
        graphics.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }
}

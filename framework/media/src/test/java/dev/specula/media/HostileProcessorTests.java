package dev.specula.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.awt.image.BufferedImage;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Damaged configurations of processors prepare pictures of a size that models take, or are refused with the documented exceptions. */
@Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostileProcessorTests {
    private static final Pattern VALUE =
            Pattern.compile("(?<=: )(\"[^\"]*\"|[^\\s,{}\\[\\]]+)|(?<=[\\[ ])-?[0-9.]+(?=[,\\]\\s])");
    private static final List<String> VALUES = List.of(
            "-1",
            "0",
            "1",
            "2",
            "33",
            "4096",
            "4097",
            "2147483647",
            "2147483648",
            "1e308",
            "1e999",
            "1e999999999",
            "0.5",
            "null",
            "true",
            "false",
            "\"\"",
            "\"wide\"",
            "[]",
            "{}",
            "[[]]",
            "{\"width\": 4096, \"height\": 4096}",
            "NaN",
            "[".repeat(300) + "]".repeat(300));
    private static final long MOST = 1L << 30; // two pictures of the largest size, and their planes

    private final SplittableRandom random = new SplittableRandom(20261129);
    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final Picture picture = Picture.of(new BufferedImage(41, 30, BufferedImage.TYPE_INT_RGB));

    @ParameterizedTest
    @ValueSource(strings = {"llava", "smolvlm", "vit-gpt2", "trocr"})
    void noDamagedConfigurationDoesWorseThanToBeRefused(String name) {
        String whole = new String(Recorded.bytes(name + "/preprocessor_config.json"), StandardCharsets.UTF_8);
        int files = 300;
        int refused = 0;
        for (int i = 0; i < files; i++) {
            String damaged = damaged(whole);
            long before = threads.getCurrentThreadAllocatedBytes();
            refused += isRefused(damaged) ? 1 : 0;
            assertThat(threads.getCurrentThreadAllocatedBytes() - before)
                    .as(damaged)
                    .isLessThan(MOST);
        }
        assertThat(refused).isBetween(files / 8, files - files / 20);
    }

    private String damaged(String whole) {
        if (random.nextInt(4) == 0) {
            byte[] bytes = whole.getBytes(StandardCharsets.UTF_8);
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            return new String(bytes, StandardCharsets.UTF_8);
        }
        List<MatchResult> places = VALUE.matcher(whole).results().toList();
        MatchResult place = places.get(random.nextInt(places.size()));
        return whole.substring(0, place.start())
                + VALUES.get(random.nextInt(VALUES.size()))
                + whole.substring(place.end());
    }

    private boolean isRefused(String json) {
        try {
            PictureProcessor.of(json).process(picture);
            return false;
        } catch (IllegalArgumentException | UnreadablePictureException expected) {
            return true;
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"shortest_edge\": 336 | \"shortest_edge\": 2000000000 | shortest_edge of preprocessor_config.json must be a whole number up to 4096",
                "\"shortest_edge\": 336 | \"shortest_edge\": 33.5 | must be a whole number up to 4096, but is 33.5",
                "\"size\": {\"shortest_edge\": 336} | \"size\": 336 | must name size, resample, image_mean and image_std",
                "[0, 0, 0] | [0] | must name size, resample, image_mean and image_std",
                "\"resample\": 3 | \"resample\": null | must name size, resample, image_mean and image_std",
                "\"resample\": 3 | \"resample\": 3, \"do_normalize\": false | do_normalize of preprocessor_config.json must be true",
                "\"resample\": 3 | \"resample\": 3, \"rescale_factor\": 1 | rescale_factor of preprocessor_config.json must be 1 / 255",
                "\"crop_size\": {\"width\": 336, | \"crop_size\": { | must name width and height",
                "\"do_center_crop\": true | \"do_image_splitting\": true, \"max_image_size\": {\"longest_edge\": 1} | tiles of 32 pixels or more"
            })
    void saysWhatItDoesNotPrepare(String part, String replacement, String message) {
        String json = """
                {"do_center_crop": true, "size": {"shortest_edge": 336}, "crop_size": {"width": 336, "height": 336},
                 "resample": 3, "image_mean": [0, 0, 0], "image_std": [1, 1, 1]}""";
        assertThat(json).contains(part);

        assertThatThrownBy(() -> PictureProcessor.of(json.replace(part, replacement)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @Test
    void refusesAPictureThatWouldBecomeTooLarge() {
        PictureProcessor fitted = PictureProcessor.of("""
                {"size": {"shortest_edge": 2048}, "resample": 3, "image_mean": [0, 0, 0], "image_std": [1, 1, 1]}""");

        assertThatThrownBy(() -> fitted.process(Picture.of(new BufferedImage(100, 1, BufferedImage.TYPE_INT_RGB))))
                .isInstanceOf(UnreadablePictureException.class)
                .hasMessageContaining("become 204800 x 2048");
    }
}

package dev.specula.spring.property;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.json.JsonParserFactory;

class MetadataTests {
    private static final String METADATA = "/META-INF/spring-configuration-metadata.json";

    @Test
    void describesEveryPropertyInASentenceWithoutAnArticle() throws IOException {
        assertThat(list("properties"))
                .filteredOn(property -> String.valueOf(property.get("name")).startsWith("specula."))
                .isNotEmpty()
                .allSatisfy(property -> assertThat(property)
                        .hasEntrySatisfying(
                                "description",
                                text -> assertThat(text.toString())
                                        .matches("[A-Z].*")
                                        .doesNotMatch("(The|A|An) .*")));
    }

    @Test
    void hintsOnlyAtPropertiesThatExist() throws IOException {
        List<String> names = list("properties").stream()
                .map(property -> String.valueOf(property.get("name")))
                .toList();

        assertThat(list("hints"))
                .isNotEmpty()
                .allSatisfy(hint -> assertThat(names).contains(String.valueOf(hint.get("name"))));
    }

    @Test
    void listsNothingThatTheCheckOfNamesWouldRefuse() throws IOException {
        KnownProperties known = KnownProperties.of(
                SpeculaProperties.class, ImageProperties.class, AudioProperties.class, TextToImageProperties.class);

        assertThat(list("properties"))
                .extracting(property -> String.valueOf(property.get("name")))
                .filteredOn(name -> name.startsWith("specula.") && !name.equals("specula.pipelines"))
                .allMatch(name -> known.contains(ConfigurationPropertyName.of(name)));
    }

    private static List<Map<String, Object>> list(String key) throws IOException {
        try (InputStream in = Objects.requireNonNull(MetadataTests.class.getResourceAsStream(METADATA))) {
            String json = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            @SuppressWarnings("unchecked") // the format of the file: a list of objects
            List<Map<String, Object>> list = (List<Map<String, Object>>) Objects.requireNonNull(
                    JsonParserFactory.getJsonParser().parseMap(json).get(key));
            return list;
        }
    }
}

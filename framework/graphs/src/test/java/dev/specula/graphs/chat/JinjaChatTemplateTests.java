package dev.specula.graphs.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.specula.Modality;
import dev.specula.SpeculaException;
import dev.specula.model.ChatMessage;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Templates of published checkpoints give the text that the reference library gives. */
class JinjaChatTemplateTests {
    record Case(String name, JsonObject json) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> published() throws IOException {
        try (var in = new InputStreamReader(
                Objects.requireNonNull(JinjaChatTemplateTests.class.getResourceAsStream("/chat/templates.json")),
                StandardCharsets.UTF_8)) {
            return JsonParser.parseReader(in).getAsJsonArray().asList().stream()
                    .map(JsonElement::getAsJsonObject)
                    .map(json -> new Case(json.get("name").getAsString(), json));
        }
    }

    @Test
    void endsATemplateWhoseLoopsMultiply() {
        String loops =
                "{% for a in range(90000) %}{% for b in range(90000) %}{% for c in range(90000) %}{% endfor %}{% endfor %}{% endfor %}";
        JinjaChatTemplate template = JinjaChatTemplate.of(loops, Map.of());

        assertThatThrownBy(() -> template.render(List.of(ChatMessage.of("user", "hello"))))
                .isInstanceOf(SpeculaException.class)
                .hasMessageContaining("its loops must end after 100000 iterations");
    }

    @ParameterizedTest
    @MethodSource("published")
    void writesAConversationAsTheReferenceDoes(Case published) {
        Map<String, String> tokens = new HashMap<>();
        published
                .json()
                .getAsJsonObject("tokens")
                .entrySet()
                .forEach(token -> tokens.put(token.getKey(), token.getValue().getAsString()));
        JinjaChatTemplate template =
                JinjaChatTemplate.of(published.json().get("template").getAsString(), tokens);

        String written = template.render(messages(published.json().getAsJsonArray("messages")));

        assertThat(written).isEqualTo(published.json().get("rendered").getAsString());
    }

    @Test
    void givesWordsAloneAsPartsToATemplateThatReadsParts() throws IOException {
        JsonObject smolvlm = published()
                .filter(published -> published.name().equals("smolvlm"))
                .findFirst()
                .orElseThrow()
                .json();
        JinjaChatTemplate template =
                JinjaChatTemplate.of(smolvlm.get("template").getAsString(), Map.of());

        assertThat(template.render(List.of(ChatMessage.of("user", "hello"))))
                .isEqualTo("<|im_start|>User: hello<end_of_utterance>\nAssistant:");
    }

    @Test
    void dropsSpacesBeforeATagOnlyWhereTheyBeginALine() {
        String template = "{% for m in messages %}\n"
                + "  {% if true %}\n"
                + "    {{ m['role'] }} {% if m['content'] %}says{% endif %}\t{% if true %}:{% endif %} {# a note #}"
                + "{{ m['content'] }}\n"
                + "  {% endif %}\n"
                + "  {# another #}\n"
                + "{% endfor %}";

        assertThat(JinjaChatTemplate.of(template, Map.of()).render(List.of(ChatMessage.of("user", "hello"))))
                .isEqualTo("    user says\t: hello\n");
    }

    @Test
    void knowsTheMethodsOfTextsThatTemplatesCall() {
        String template =
                "{% for m in messages %}{{ m['content'].strip().lower().split('</think>')[-1].lstrip('\\n') }}"
                        + "{% if m.content.startswith(' A') %}!{% endif %}{% endfor %}";

        String written =
                JinjaChatTemplate.of(template, Map.of()).render(List.of(ChatMessage.of("user", " A</think>\n\nB ")));

        assertThat(written).isEqualTo("b!");
    }

    @Test
    void refusesMessagesInTheTemplatesOwnWords() {
        String template =
                "{% if messages[0]['role'] == 'system' %}{{ raise_exception('System role not supported') }}{% endif %}"
                        + "{{ messages[0]['content'] }}";
        JinjaChatTemplate gemma = JinjaChatTemplate.of(template, Map.of());

        assertThat(gemma.render(List.of(ChatMessage.of("user", "hello")))).isEqualTo("hello");
        assertThatThrownBy(() -> gemma.render(List.of(ChatMessage.of("system", "hello"))))
                .isInstanceOf(SpeculaException.class)
                .hasMessageContaining("System role not supported");
    }

    @Test
    void reachesNothingButTheMessages() {
        String template = "{{ messages.getClass().forName('java.lang.Runtime').getName() }}";

        assertThatThrownBy(
                        () -> JinjaChatTemplate.of(template, Map.of()).render(List.of(ChatMessage.of("user", "hello"))))
                .isInstanceOf(SpeculaException.class);
    }

    private static List<ChatMessage> messages(JsonArray json) {
        List<ChatMessage> messages = new ArrayList<>();
        for (JsonElement each : json) {
            JsonObject message = each.getAsJsonObject();
            JsonElement content = message.get("content");
            String words = content.isJsonPrimitive() ? content.getAsString() : "";
            List<Modality> media = new ArrayList<>();
            for (JsonElement part : content.isJsonArray() ? content.getAsJsonArray() : new JsonArray()) {
                String type = part.getAsJsonObject().get("type").getAsString();
                if (type.equals("text")) {
                    words = part.getAsJsonObject().get("text").getAsString();
                } else {
                    media.add(Modality.valueOf(type.toUpperCase(Locale.ROOT)));
                }
            }
            messages.add(new ChatMessage(message.get("role").getAsString(), media, words));
        }
        return messages;
    }
}

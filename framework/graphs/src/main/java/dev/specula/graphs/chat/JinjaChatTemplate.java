package dev.specula.graphs.chat;

import com.hubspot.jinjava.Jinjava;
import com.hubspot.jinjava.JinjavaConfig;
import com.hubspot.jinjava.LegacyOverrides;
import com.hubspot.jinjava.el.JinjavaInterpreterResolver;
import com.hubspot.jinjava.interpret.RenderResult;
import com.hubspot.jinjava.interpret.TemplateError;
import dev.specula.Modality;
import dev.specula.SpeculaException;
import dev.specula.model.ChatMessage;
import dev.specula.model.ChatTemplate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jinjava.javax.el.CompositeELResolver;

/**
 * A chat template in Jinja. Templates differ in what they take the content of a message for, a text or a list of parts; a
 * message of words alone is given as the template takes it, which is tried out once. Thread-safe.
 *
 * <p>A template comes with a checkpoint, from somebody: its output and its loops are bounded, and it reaches nothing but the
 * messages.
 */
public final class JinjaChatTemplate implements ChatTemplate {
    private static final long MOST_CHARACTERS = 4_000_000;
    static final int MOST_ITERATIONS = 100_000; // of all loops of a text together
    private static final String PROBE = "specula probe";

    /** What stands before a tag or a comment on its line, and is dropped unless a plus keeps it. */
    private static final Pattern INDENTS = Pattern.compile("(?m)^[ \\t]+(?=\\{[%#](?!\\+))");

    private static final Jinjava JINJA = jinja();

    private final String template;
    private final Map<String, String> specialTokens;
    private final boolean takesParts;

    private JinjaChatTemplate(String template, Map<String, String> specialTokens) {
        String lines = template.endsWith("\n") ? template.substring(0, template.length() - 1) : template;
        // The library's own option drops spaces before tags amid a line as well, which are words.
        this.template = INDENTS.matcher(lines).replaceAll("");
        this.specialTokens = Map.copyOf(specialTokens);
        this.takesParts = !reads(message("user", PROBE)) && reads(message("user", List.of(text(PROBE))));
    }

    /**
     * A template.
     *
     * @param specialTokens tokens by the names under which the template asks for them, for example {@code bos_token}
     */
    public static JinjaChatTemplate of(String template, Map<String, String> specialTokens) {
        return new JinjaChatTemplate(template, specialTokens);
    }

    private static Jinjava jinja() {
        CompositeELResolver resolver = new CompositeELResolver();
        resolver.add(new TextMethods());
        resolver.add(JinjavaInterpreterResolver.DEFAULT_RESOLVER_READ_ONLY);
        LegacyOverrides asPython = LegacyOverrides.newBuilder()
                .withUsePyishObjectMapper(true)
                .withKeepNullableLoopValues(true)
                .withUseNaturalOperatorPrecedence(true)
                .withParseWhitespaceControlStrictly(true)
                .withAllowAdjacentTextNodes(true)
                .withUseTrimmingForNotesAndExpressions(true)
                .build();
        Jinjava jinja = new Jinjava(JinjavaConfig.newBuilder()
                .withTrimBlocks(true)
                .withKeepTrailingNewline(true)
                .withLegacyOverrides(asPython)
                .withElResolver(resolver)
                .withMaxOutputSize(MOST_CHARACTERS)
                .withRangeLimit(MOST_ITERATIONS)
                .build());
        jinja.getGlobalContext().registerTag(new BoundedForTag());
        jinja.getGlobalContext().registerTag(new GenerationTag());
        jinja.getGlobalContext().registerFunction(RefusedMessages.function());
        return jinja;
    }

    @Override
    public String render(List<ChatMessage> messages) {
        RenderResult result = tryOut(messages.stream().map(this::message).toList());
        List<TemplateError> errors = fatal(result);
        if (!errors.isEmpty()) {
            throw new SpeculaException("The chat template cannot write these messages: "
                    + errors.stream().map(TemplateError::getMessage).collect(Collectors.joining("; ")));
        }
        return result.getOutput();
    }

    private RenderResult tryOut(List<Map<String, Object>> messages) {
        Map<String, Object> context = new HashMap<>(specialTokens);
        context.put("messages", messages);
        context.put("add_generation_prompt", true);
        BoundedForTag.allow(MOST_ITERATIONS, context);
        return JINJA.renderForResult(template, context);
    }

    private boolean reads(Map<String, Object> message) {
        RenderResult result = tryOut(List.of(message));
        return fatal(result).isEmpty() && result.getOutput().contains(PROBE);
    }

    private static List<TemplateError> fatal(RenderResult result) {
        return result.getErrors().stream()
                .filter(error -> error.getSeverity() == TemplateError.ErrorType.FATAL)
                .toList();
    }

    private Map<String, Object> message(ChatMessage message) {
        if (message.media().isEmpty() && !takesParts) {
            return message(message.role(), message.words());
        }
        List<Map<String, Object>> parts = new ArrayList<>();
        for (Modality medium : message.media()) {
            parts.add(Map.of("type", medium.name().toLowerCase(Locale.ROOT)));
        }
        if (!message.words().isEmpty()) {
            parts.add(text(message.words()));
        }
        return message(message.role(), parts);
    }

    private static Map<String, Object> message(String role, Object content) {
        return Map.of("role", role, "content", content);
    }

    private static Map<String, Object> text(String words) {
        return Map.of("type", "text", "text", words);
    }
}

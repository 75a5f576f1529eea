package dev.specula.graphs.chat;

import java.beans.FeatureDescriptor;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import jinjava.javax.el.ELContext;
import jinjava.javax.el.ELResolver;
import org.jspecify.annotations.Nullable;

/** The methods of Python's texts that templates call, for example {@code message['role'].upper()}. */
final class TextMethods extends ELResolver {
    @Override
    public @Nullable Object invoke(
            ELContext context,
            @Nullable Object base,
            Object method,
            Class<?> @Nullable [] types,
            @Nullable Object @Nullable [] arguments) {
        if (!(base instanceof CharSequence)) {
            return null;
        }
        Object answer = call(base.toString(), method.toString(), texts(arguments));
        context.setPropertyResolved(answer != null);
        return answer;
    }

    private static List<String> texts(@Nullable Object @Nullable [] arguments) {
        return arguments == null
                ? List.of()
                : Arrays.stream(arguments).map(String::valueOf).toList();
    }

    private static @Nullable Object call(String text, String method, List<String> arguments) {
        return switch (method + "/" + arguments.size()) {
            case "upper/0" -> text.toUpperCase(Locale.ROOT);
            case "lower/0" -> text.toLowerCase(Locale.ROOT);
            case "capitalize/0" -> capitalised(text);
            case "strip/0" -> text.strip();
            case "lstrip/0" -> text.stripLeading();
            case "rstrip/0" -> text.stripTrailing();
            case "strip/1" -> withoutEnd(withoutStart(text, arguments.get(0)), arguments.get(0));
            case "lstrip/1" -> withoutStart(text, arguments.get(0));
            case "rstrip/1" -> withoutEnd(text, arguments.get(0));
            case "startswith/1" -> text.startsWith(arguments.get(0));
            case "endswith/1" -> text.endsWith(arguments.get(0));
            case "replace/2" -> text.replace(arguments.get(0), arguments.get(1));
            case "split/1" -> split(text, arguments.get(0));
            default -> null;
        };
    }

    private static String capitalised(String text) {
        return text.isEmpty()
                ? text
                : text.substring(0, 1).toUpperCase(Locale.ROOT)
                        + text.substring(1).toLowerCase(Locale.ROOT);
    }

    /** Without the characters of {@code set} that it starts with. */
    private static String withoutStart(String text, String set) {
        int start = 0;
        while (start < text.length() && set.indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        return text.substring(start);
    }

    private static String withoutEnd(String text, String set) {
        int end = text.length();
        while (end > 0 && set.indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return text.substring(0, end);
    }

    private static List<String> split(String text, String separator) {
        return List.of(text.split(Pattern.quote(separator), -1));
    }

    @Override
    public @Nullable Object getValue(ELContext context, @Nullable Object base, @Nullable Object property) {
        return null;
    }

    @Override
    public @Nullable Class<?> getType(ELContext context, @Nullable Object base, @Nullable Object property) {
        return null;
    }

    @Override
    public void setValue(ELContext context, @Nullable Object base, @Nullable Object property, @Nullable Object value) {
        // Texts have no properties to set.
    }

    @Override
    public boolean isReadOnly(ELContext context, @Nullable Object base, @Nullable Object property) {
        return true;
    }

    @Override
    public @Nullable Iterator<FeatureDescriptor> getFeatureDescriptors(ELContext context, @Nullable Object base) {
        return null;
    }

    @Override
    public @Nullable Class<?> getCommonPropertyType(ELContext context, @Nullable Object base) {
        return base instanceof CharSequence ? String.class : null;
    }
}

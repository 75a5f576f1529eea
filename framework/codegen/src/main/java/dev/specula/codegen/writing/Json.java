package dev.specula.codegen.writing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Maps, lists, numbers, booleans and strings as JSON text of two spaces a level. */
final class Json {
    static String write(Object value) {
        return indented(value, "") + "\n";
    }

    private static String indented(Object value, String indent) {
        String inner = indent + "  ";
        if (value instanceof Map<?, ?> map) {
            List<String> members = new ArrayList<>();
            map.forEach((key, member) -> members.add(inner + quoted(key.toString()) + ": " + indented(member, inner)));
            return members.isEmpty() ? "{}" : "{\n" + String.join(",\n", members) + "\n" + indent + "}";
        }
        if (value instanceof List<?> list) {
            List<String> elements =
                    list.stream().map(element -> indented(element, inner)).toList();
            return list.stream().anyMatch(Map.class::isInstance)
                    ? "[\n" + inner + String.join(",\n" + inner, elements) + "\n" + indent + "]"
                    : "[" + String.join(", ", elements) + "]";
        }
        return value instanceof Number || value instanceof Boolean ? value.toString() : quoted(value.toString());
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            switch (character) {
                case '"', '\\' -> quoted.append('\\').append(character);
                case '\n' -> quoted.append("\\n");
                default ->
                    quoted.append(
                            character < ' ' ? String.format("\\u%04x", (int) character) : String.valueOf(character));
            }
        }
        return quoted.append('"').toString();
    }

    private Json() {}
}

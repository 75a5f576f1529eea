package dev.specula.maven;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import dev.specula.hub.HubLocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The models of a hub that the annotations of a project name, as the generator has described them. */
final class DeclaredLocations {
    private DeclaredLocations() {}

    /** Locations in all descriptions below a folder; none if there is no such folder. */
    static List<String> below(Path folder) throws IOException {
        List<String> locations = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.filter(each -> each.toString().endsWith(".json"))
                        .sorted()
                        .toList()) {
                    collect(read(file), locations);
                }
            }
        }
        return locations;
    }

    private static JsonElement read(Path file) throws IOException {
        try {
            return JsonParser.parseString(Files.readString(file));
        } catch (JsonParseException e) {
            throw new IOException(file + " is not JSON; generate the pipelines again", e);
        }
    }

    private static void collect(JsonElement json, List<String> locations) {
        if (json.isJsonArray()) {
            json.getAsJsonArray().forEach(each -> collect(each, locations));
        } else if (json.isJsonObject()) {
            JsonObject object = json.getAsJsonObject();
            JsonElement location = object.get("location");
            if (location != null
                    && location.isJsonPrimitive()
                    && location.getAsString().startsWith(HubLocation.SCHEME)) {
                locations.add(location.getAsString());
            }
            object.asMap().values().forEach(each -> collect(each, locations));
        }
    }
}

package dev.specula.hub;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A model exported to ONNX, by the names under which exporters publish its graphs: beside config.json or in the folder {@code onnx}
 * below it, all of one precision with the same ending ({@code model_q4.onnx}).
 *
 * @param decoder the graph that says one column after the other
 * @param embedding the graph that makes rows of tokens; null where the decoder takes tokens
 * @param encoder the graph that makes rows of a picture or sound; null without
 */
public record OnnxExport(
        String decoder,
        @Nullable String embedding,
        @Nullable String encoder) {
    /** How the names of exported graphs end. */
    public static final String ENDING = ".onnx";

    /** The folder that graphs are published in, where they do not lie beside config.json. */
    public static final String FOLDER = "onnx";

    private static final List<String> DECODERS = List.of("decoder_model_merged", "model");
    private static final List<String> ENCODERS = List.of("encoder_model", "vision_encoder");
    private static final String EMBEDDING = "embed_tokens";

    /**
     * The export in {@code folder}, in full precision.
     *
     * @param folder with a slash at its end; empty for the root
     * @param has whether there is a file
     */
    public static Optional<OnnxExport> in(String folder, Predicate<String> has) {
        for (String below : List.of(folder + FOLDER + "/", folder)) {
            for (String decoder : DECODERS) {
                String file = below + decoder + ENDING;
                if (has.test(file)) {
                    return Optional.of(of(file, has));
                }
            }
        }
        return Optional.empty();
    }

    /**
     * The export that {@code decoder} is part of. Its other graphs lie beside it and have the ending of its name; those that were
     * exported in full precision only, none.
     *
     * @param has whether there is a file
     */
    public static OnnxExport of(String decoder, Predicate<String> has) {
        int name = decoder.lastIndexOf('/') + 1;
        String stem = decoder.substring(name, decoder.length() - ENDING.length());
        String precision = DECODERS.stream()
                .filter(stem::startsWith)
                .findFirst()
                .map(known -> stem.substring(known.length()))
                .orElse("");
        String folder = decoder.substring(0, name);
        return new OnnxExport(
                decoder, beside(folder, List.of(EMBEDDING), precision, has), beside(folder, ENCODERS, precision, has));
    }

    private static @Nullable String beside(String folder, List<String> stems, String precision, Predicate<String> has) {
        for (String stem : stems) {
            for (String each : List.of(precision, "")) {
                String file = folder + stem + each + ENDING;
                if (has.test(file)) {
                    return file;
                }
            }
        }
        return null;
    }

    /** The folder that config.json is in, with a slash at its end, for a graph that was named alone; empty for the root. */
    public static String root(String decoder) {
        String folder = decoder.substring(0, decoder.lastIndexOf('/') + 1);
        return folder.equals(FOLDER + "/") || folder.endsWith("/" + FOLDER + "/")
                ? folder.substring(0, folder.length() - FOLDER.length() - 1)
                : folder;
    }

    /** Its graphs and, before each, files of weights that are too large for it, among {@code all}; the decoder comes last. */
    public List<String> files(List<String> all) {
        List<String> files = new ArrayList<>();
        for (String graph : graphs()) {
            all.stream()
                    .filter(file -> file.startsWith(graph + "_data") || file.startsWith(graph + ".data"))
                    .forEach(files::add);
            all.stream().filter(graph::equals).forEach(files::add);
        }
        return files;
    }

    /** Its graphs, the decoder last. */
    public List<String> graphs() {
        List<String> graphs = new ArrayList<>();
        if (embedding != null) {
            graphs.add(embedding);
        }
        if (encoder != null) {
            graphs.add(encoder);
        }
        graphs.add(decoder);
        return graphs;
    }
}

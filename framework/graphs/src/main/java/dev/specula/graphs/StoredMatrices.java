package dev.specula.graphs;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Products with weights as they are stored: codes stay codes, numbers are 32-bit floats. */
final class StoredMatrices implements Matrices {
    private final FloatMatrices floats = new FloatMatrices();

    @Override
    public String product(GraphWriter graph, String x, Matrix matrix) {
        List<List<Matrix>> groups = groups(matrix.parts());
        if (groups.size() == 1) {
            return Matrices.biased(graph, product(graph, x, matrix.name(), groups.get(0)), matrix);
        }
        List<String> products = new ArrayList<>();
        for (List<Matrix> group : groups) {
            products.add(product(graph, x, matrix.name() + "." + products.size(), group));
        }
        return Matrices.biased(graph, Matrices.sideBySide(graph, matrix.name(), products), matrix);
    }

    @Override
    public String head(GraphWriter graph, String x, Matrix matrix) {
        return layout(matrix) == null ? floats.head(graph, x, matrix) : product(graph, x, matrix);
    }

    /** Neighbours of the same layout: one product serves them. */
    private static List<List<Matrix>> groups(List<Matrix> parts) {
        List<List<Matrix>> groups = new ArrayList<>();
        for (Matrix part : parts) {
            if (groups.isEmpty()
                    || !Objects.equals(layout(groups.get(groups.size() - 1).get(0)), layout(part))) {
                groups.add(new ArrayList<>());
            }
            groups.get(groups.size() - 1).add(part);
        }
        return groups;
    }

    private static @Nullable CodeLayout layout(Matrix matrix) {
        CodedRows codes = matrix.codes();
        return codes == null ? null : codes.layout();
    }

    private String product(GraphWriter graph, String x, String name, List<Matrix> group) {
        CodeLayout layout = layout(group.get(0));
        return layout == null
                ? floats.unbiased(graph, x, Matrix.stacked(name, group.toArray(Matrix[]::new)))
                : new CodedProduct(graph, name, layout, group.get(0).inputs()).of(x, group);
    }
}

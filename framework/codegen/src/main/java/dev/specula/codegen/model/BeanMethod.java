package dev.specula.codegen.model;

import com.palantir.javapoet.AnnotationSpec;
import java.util.List;

/**
 * A method that makes a model.
 *
 * @param bean name of the bean it makes
 * @param isBean whether Spring calls it
 * @param isModel whether it returns a model
 * @param loop that the model is for
 * @param returns what it returns, as written
 * @param obstacle the modifier that keeps it from being a bean method; empty if there is none
 * @param conditions annotations under which the bean exists
 * @param location where the weights are
 */
public record BeanMethod(
        String name,
        String bean,
        boolean isBean,
        boolean isModel,
        Loop loop,
        String returns,
        String obstacle,
        List<AnnotationSpec> conditions,
        String location,
        Place place) {
    /** Copies the list. */
    public BeanMethod {
        conditions = List.copyOf(conditions);
    }
}

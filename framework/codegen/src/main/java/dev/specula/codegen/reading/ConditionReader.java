package dev.specula.codegen.reading;

import com.palantir.javapoet.AnnotationSpec;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** Reads the annotations under which a bean exists. Knows Spring by name alone. */
final class ConditionReader {
    private static final String CONDITIONAL = "org.springframework.context.annotation.Conditional";
    private static final String BOOT = "org.springframework.boot.autoconfigure.condition.";

    /** Answered anew for a pipeline, these would mean other beans than they mean on the model. */
    private static final Set<String> ABOUT_BEANS = Set.of(
            BOOT + "ConditionalOnMissingBean", BOOT + "ConditionalOnBean", BOOT + "ConditionalOnSingleCandidate");

    /**
     * Copies of {@code @Conditional} on {@code element}, and of annotations that are made of it at any depth, such as
     * {@code @Profile}.
     */
    static List<AnnotationSpec> read(Element element) {
        return Mirror.all(element)
                .filter(mirror -> isMadeOf(mirror.type(), Set.of(CONDITIONAL), new HashSet<>()))
                .filter(mirror -> !isMadeOf(mirror.type(), ABOUT_BEANS, new HashSet<>()))
                .map(mirror -> AnnotationSpec.get(mirror.annotation()))
                .toList();
    }

    /** Annotations may be made of themselves, so those that were {@code seen} are not looked at again. */
    private static boolean isMadeOf(TypeElement annotation, Set<String> names, Set<String> seen) {
        String name = annotation.getQualifiedName().toString();
        return names.contains(name)
                || (seen.add(name) && Mirror.all(annotation).anyMatch(part -> isMadeOf(part.type(), names, seen)));
    }

    private ConditionReader() {}
}

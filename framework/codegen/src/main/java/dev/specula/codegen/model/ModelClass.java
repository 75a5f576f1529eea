package dev.specula.codegen.model;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import dev.specula.Modality;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.TypeElement;

/**
 * A class with model beans.
 *
 * @param element the class, for the compiler's record of what a file was made from
 * @param obstacle why generated code cannot reach it; empty if it can
 * @param conditions annotations under which Spring reads the class
 * @param known what contracts of the class path emit, and for each what they accept; empty unless one was looked for in vain
 */
public record ModelClass(
        ClassName type,
        TypeElement element,
        boolean isPublic,
        String obstacle,
        List<AnnotationSpec> conditions,
        List<TargetModel> targets,
        List<DraftModel> drafts,
        Map<Modality, List<Set<Modality>>> known,
        Place place) {
    /** Copies the lists. */
    public ModelClass {
        conditions = List.copyOf(conditions);
        targets = List.copyOf(targets);
        drafts = List.copyOf(drafts);
    }

    /** The draft models that ask for {@code target}: by name, or by naming none where it is the only one. */
    public List<DraftModel> draftsOf(TargetModel target) {
        return drafts.stream()
                .filter(draft -> draft.target().isEmpty()
                        ? targets.size() == 1
                        : draft.target().equals(target.method().name()))
                .toList();
    }

    /** Simple name of the class that makes its pipelines. */
    public String factoryClass() {
        return String.join("", type.simpleNames()) + "Pipelines";
    }
}

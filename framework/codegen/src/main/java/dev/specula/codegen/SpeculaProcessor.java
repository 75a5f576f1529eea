package dev.specula.codegen;

import dev.specula.DraftModel;
import dev.specula.TargetModel;
import dev.specula.codegen.model.Contract;
import dev.specula.codegen.model.ModelClass;
import dev.specula.codegen.model.Pipeline;
import dev.specula.codegen.model.Place;
import dev.specula.codegen.reading.ModelClassReader;
import dev.specula.codegen.validation.ModelClassValidator;
import dev.specula.codegen.validation.Problem;
import dev.specula.codegen.validation.Report;
import dev.specula.codegen.writing.PipelineWriter;
import dev.specula.plan.PipelineDescription;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;

/** Generates the pipelines of classes with annotated model beans. */
public final class SpeculaProcessor extends AbstractProcessor {
    private static final List<String> ANNOTATIONS =
            List.of(TargetModel.class.getCanonicalName(), DraftModel.class.getCanonicalName());

    private final Set<String> waiting = new TreeSet<>(); // qualified names of classes to generate for, in a fixed order
    private final Map<String, String> taken = new LinkedHashMap<>(); // generated types, and the classes they are for

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.copyOf(ANNOTATIONS);
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        annotations.stream()
                .flatMap(annotation -> round.getElementsAnnotatedWith(annotation).stream())
                .map(Element::getEnclosingElement)
                .flatMap(element -> element instanceof TypeElement type ? Stream.of(type) : Stream.empty())
                .forEach(type -> waiting.add(type.getQualifiedName().toString()));
        for (String name : List.copyOf(waiting)) {
            TypeElement type = processingEnv.getElementUtils().getTypeElement(name);
            // Another processor may still write what the class refers to; in the last round it is as complete as it
            // gets.
            if (type != null && (round.processingOver() || !ModelClassReader.isIncomplete(type))) {
                waiting.remove(name);
                generate(type);
            }
        }
        return false;
    }

    private void generate(TypeElement type) {
        Report report = new Report();
        if (processingEnv.getElementUtils().getTypeElement(PipelineDescription.class.getName()) == null) {
            report.add(Place.of(type), Problem.CORE_MISSING, type.getSimpleName());
        } else {
            ModelClassReader reader = new ModelClassReader(processingEnv);
            ModelClass models = reader.read(type);
            List<Pipeline> pipelines = reader.composer().compose(models);
            new ModelClassValidator(report, taken).validate(models, pipelines);
            if (report.isClean()) {
                write(models, pipelines);
            }
        }
        report.forEach((place, message) -> processingEnv
                .getMessager()
                .printMessage(Diagnostic.Kind.ERROR, message, place.element(), place.annotation(), place.value()));
    }

    private void write(ModelClass models, List<Pipeline> pipelines) {
        Map<Pipeline, Contract> contracts = new LinkedHashMap<>();
        for (Pipeline pipeline : pipelines) {
            contracts.put(pipeline, pipeline.target().contract().orElseThrow());
        }
        try {
            new PipelineWriter(processingEnv.getFiler()).write(models, contracts);
        } catch (IOException unwritable) {
            throw new UncheckedIOException("Could not write the pipelines of " + models.type() + ".", unwritable);
        }
    }
}

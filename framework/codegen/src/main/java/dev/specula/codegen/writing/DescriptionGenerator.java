package dev.specula.codegen.writing;

import dev.specula.Modality;
import dev.specula.Need;
import dev.specula.codegen.model.Attribute;
import dev.specula.codegen.model.BeanMethod;
import dev.specula.codegen.model.Choice;
import dev.specula.codegen.model.Contract;
import dev.specula.codegen.model.ModelClass;
import dev.specula.codegen.model.Pipeline;
import dev.specula.codegen.model.Preset;
import dev.specula.plan.PipelineDescription;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/** Writes the description of a class's pipelines that tools read: JSON, its keys in a fixed order. */
final class DescriptionGenerator {
    private final ModelClass models;
    private final Map<Pipeline, Contract> pipelines;

    DescriptionGenerator(ModelClass models, Map<Pipeline, Contract> pipelines) {
        this.models = models;
        this.pipelines = new LinkedHashMap<>(pipelines);
    }

    /** The path of the description of {@code models} in the class output. */
    static String path(ModelClass models) {
        return "META-INF/specula/" + models.type().reflectionName() + ".json";
    }

    String generate() {
        List<Object> described = new ArrayList<>();
        pipelines.forEach((pipeline, contract) -> described.add(describe(pipeline, contract)));
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("models", models.type().reflectionName());
        root.put("factory", models.type().peerClass(models.factoryClass()).reflectionName());
        root.put("pipelines", described);
        return Json.write(root);
    }

    private Map<String, Object> describe(Pipeline pipeline, Contract contract) {
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("key", pipeline.key());
        described.put("name", pipeline.target().method().name());
        described.put("preset", pipeline.preset().map(Preset::name).orElse(PipelineDescription.DEFAULT));
        described.put("type", models.type().peerClass(pipeline.className()).reflectionName());
        described.put("method", pipeline.factory());
        described.put("contract", contract.type().reflectionName());
        described.put("accepts", names(pipeline.target().accepts()));
        described.put("emits", pipeline.target().emits().name());
        described.put("loop", pipeline.loop().what());
        described.put("guarantee", pipeline.guarantee().name());
        described.put(
                "longest",
                Integer.valueOf(pipeline.longest().map(Attribute::text).orElseThrow()));
        Map<String, Object> beans = new LinkedHashMap<>();
        FactoryGenerator.slots(pipeline).forEach((slot, model) -> beans.put(slot, describe(model)));
        described.put("models", beans);
        Map<String, Object> choices = new LinkedHashMap<>();
        pipeline.choices()
                .forEach(choice -> choices.put(choice.axis().name().toLowerCase(Locale.ROOT), describe(choice)));
        described.put("choices", choices);
        return described;
    }

    private static List<Object> names(Iterable<Modality> modalities) {
        TreeSet<Modality> sorted = new TreeSet<>();
        modalities.forEach(sorted::add);
        return new ArrayList<>(sorted.stream().map(Modality::name).toList());
    }

    private static Map<String, Object> describe(BeanMethod model) {
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("method", model.name());
        described.put("bean", model.bean());
        described.put("location", model.location());
        return described;
    }

    private static Map<String, Object> describe(Choice choice) {
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("annotation", choice.annotation().reflectionName());
        described.put("implementation", choice.implementation().type().reflectionName());
        described.put("inferred", choice.isInferred());
        described.put("guarantee", choice.guarantee().name());
        described.put(
                "needs",
                new ArrayList<Object>(
                        choice.needs().stream().sorted().map(Need::name).toList()));
        Map<String, Object> attributes = new LinkedHashMap<>();
        choice.attributes().forEach(attribute -> attributes.put(attribute.name(), attribute.text()));
        described.put("attributes", attributes);
        return described;
    }
}

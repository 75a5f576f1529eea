package dev.specula.codegen.writing;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.specula.codegen.model.BeanMethod;
import dev.specula.codegen.model.Contract;
import dev.specula.codegen.model.DraftModel;
import dev.specula.codegen.model.ModelClass;
import dev.specula.codegen.model.Pipeline;
import dev.specula.plan.Plans;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** Writes the class that makes the pipelines of a class: a factory, and a configuration where the models are beans. */
final class FactoryGenerator {
    private static final String CONTEXT = "org.springframework.context.annotation";
    private static final String BEANS = "org.springframework.beans.factory";
    private static final ClassName BEAN = ClassName.get(CONTEXT, "Bean");
    private static final ClassName QUALIFIER = ClassName.get(BEANS + ".annotation", "Qualifier");

    private final ModelClass models;
    private final Map<Pipeline, Contract> pipelines;

    FactoryGenerator(ModelClass models, Map<Pipeline, Contract> pipelines) {
        this.models = models;
        this.pipelines = new LinkedHashMap<>(pipelines);
    }

    // @Configuration(proxyBeanMethods = false)
    // class CaptionModelsPipelines {
    //     static ImageToText captioner(CausalModel target, CausalModel draft) { … }
    //
    //     @Bean
    //     ImageToText captionerPipeline(…) { … }
    // }
    TypeSpec generate() {
        TypeSpec.Builder type = TypeSpec.classBuilder(models.factoryClass())
                .addOriginatingElement(models.element())
                .addJavadoc(
                        "$L",
                        Prose.fill("The pipelines of {@link "
                                + String.join(".", models.type().simpleNames()) + "}."))
                .addAnnotation(PipelineGenerator.GENERATED);
        if (models.isPublic()) {
            type.addModifiers(Modifier.PUBLIC);
        }
        boolean isConfiguration = pipelines.keySet().stream().anyMatch(FactoryGenerator::isBean);
        if (isConfiguration) {
            type.addAnnotation(AnnotationSpec.builder(ClassName.get(CONTEXT, "Configuration"))
                            .addMember("proxyBeanMethods", "false")
                            .build())
                    .addAnnotations(models.conditions());
        } else {
            type.addModifiers(Modifier.FINAL);
        }
        pipelines.forEach((pipeline, contract) -> type.addMethod(factory(pipeline, contract)));
        pipelines.forEach((pipeline, contract) -> {
            if (isBean(pipeline)) {
                type.addMethod(bean(pipeline, contract));
            }
        });
        if (!isConfiguration) {
            type.addMethod(MethodSpec.constructorBuilder()
                    .addModifiers(Modifier.PRIVATE)
                    .build());
        }
        return type.build();
    }

    private static boolean isBean(Pipeline pipeline) {
        return pipeline.target().method().isBean();
    }

    // static ImageToText captioner(CausalModel target, CausalModel draft) {
    //     return new CaptionerPipeline(target, draft, CaptionerPipeline.LONGEST);
    // }
    private MethodSpec factory(Pipeline pipeline, Contract contract) {
        MethodSpec.Builder factory = MethodSpec.methodBuilder(pipeline.factory())
                .addJavadoc("$L", Prose.fill("The pipeline over models that the caller closes."));
        if (models.isPublic()) {
            factory.addModifiers(Modifier.PUBLIC);
        }
        String arguments = slots(pipeline).keySet().stream().collect(Collectors.joining(", "));
        slots(pipeline).keySet().forEach(slot -> factory.addParameter(Constants.modelOf(pipeline), slot));
        return factory.addModifiers(Modifier.STATIC)
                .returns(contract.type())
                .addStatement("return new $1N($2L, $1N.$3L)", pipeline.className(), arguments, Constants.LONGEST)
                .build();
    }

    // @Bean
    // ImageToText captionerPipeline(
    //         @Qualifier("captioner") CausalModel target,
    //         @Qualifier("captionerDraft") CausalModel draft,
    //         ObjectProvider<Plans> plans) {
    //     int longest = plans.getIfAvailable(Plans::asGenerated).longest(CaptionerPipeline.PLAN);
    //     return new CaptionerPipeline(target, draft, longest);
    // }
    private MethodSpec bean(Pipeline pipeline, Contract contract) {
        AnnotationSpec.Builder bean = AnnotationSpec.builder(BEAN);
        if (pipeline.preset().isPresent()) {
            bean.addMember("defaultCandidate", "false");
        }
        MethodSpec.Builder method = MethodSpec.methodBuilder(pipeline.factory() + "Pipeline")
                .addAnnotation(bean.build())
                .addAnnotations(conditions(pipeline))
                .returns(contract.type());
        slots(pipeline)
                .forEach((slot, model) -> method.addParameter(ParameterSpec.builder(Constants.modelOf(pipeline), slot)
                        .addAnnotation(AnnotationSpec.builder(QUALIFIER)
                                .addMember("value", "$S", model.bean())
                                .build())
                        .build()));
        TypeName plans = ParameterizedTypeName.get(ClassName.get(BEANS, "ObjectProvider"), ClassName.get(Plans.class));
        return method.addParameter(plans, "plans")
                .addStatement(
                        "int longest = plans.getIfAvailable($T::asGenerated).longest($N.$L)",
                        Plans.class,
                        pipeline.className(),
                        Constants.PLAN)
                .addStatement(
                        "return new $N($L, longest)",
                        pipeline.className(),
                        String.join(", ", slots(pipeline).keySet()))
                .build();
    }

    /** The models that the pipeline is made of, by the names of its constructor's parameters. */
    static Map<String, BeanMethod> slots(Pipeline pipeline) {
        Map<String, BeanMethod> slots = new LinkedHashMap<>();
        slots.put("target", pipeline.target().method());
        draft(pipeline).ifPresent(draft -> slots.put("draft", draft.method()));
        return slots;
    }

    private static Optional<DraftModel> draft(Pipeline pipeline) {
        return pipeline.hasDraftModel() ? pipeline.draft() : Optional.empty();
    }

    /** The conditions of all models; of one annotation that two models have, the target's. */
    private static List<AnnotationSpec> conditions(Pipeline pipeline) {
        Map<TypeName, List<AnnotationSpec>> byType = new LinkedHashMap<>();
        for (BeanMethod model : slots(pipeline).values()) {
            Map<TypeName, List<AnnotationSpec>> own = model.conditions().stream()
                    .collect(Collectors.groupingBy(AnnotationSpec::type, LinkedHashMap::new, Collectors.toList()));
            own.forEach(byType::putIfAbsent);
        }
        List<AnnotationSpec> conditions = new ArrayList<>();
        byType.values().forEach(conditions::addAll);
        return conditions;
    }
}

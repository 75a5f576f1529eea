package dev.specula.bench.project;

import dev.specula.bench.decoding.Subject;
import dev.specula.bench.denoising.StatesSubject;
import dev.specula.bench.project.DescribedPipeline.DescribedModel;
import dev.specula.denoise.DenoisingLoader;
import dev.specula.denoise.DenoisingModel;
import dev.specula.graphs.CheckpointLoader;
import dev.specula.graphs.CheckpointSource;
import dev.specula.graphs.DenoiserLoader;
import dev.specula.graphs.WeightFormat;
import dev.specula.model.CausalModel;
import dev.specula.model.ModelLoader;
import dev.specula.plan.DenoisingPipeline;
import dev.specula.plan.Pipeline;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The pipelines of a project. Opens models and closes them with itself; a model that two pipelines share is loaded once. */
public final class Project implements AutoCloseable {
    private final List<Description> descriptions;
    private final Map<String, CausalModel> loaded = new LinkedHashMap<>(); // by class, method and format
    private final Map<String, DenoisingModel> denoisers = new LinkedHashMap<>(); // by class and method

    private final Map<String, String> locations;

    private Project(List<Description> descriptions, Map<String, String> locations) {
        this.descriptions = descriptions;
        this.locations = Map.copyOf(locations);
    }

    /**
     * What the class path of this process describes.
     *
     * @param locations of models by their method, where not the annotated ones
     */
    public static Project ofClassPath(Map<String, String> locations) {
        return new Project(Descriptions.on(System.getProperty("java.class.path")), locations);
    }

    /** All pipelines, in the order of the class path. */
    public List<DescribedPipeline> pipelines() {
        return descriptions.stream()
                .flatMap(description -> description.pipelines().stream())
                .toList();
    }

    /**
     * Those of them that were compiled into {@code classes}: a project's own, without those of what it depends on.
     *
     * @param classes folder of class files
     */
    public List<DescribedPipeline> pipelinesIn(Path classes) {
        return descriptions.stream()
                .filter(description ->
                        Files.exists(classes.resolve(description.factory().replace('.', '/') + ".class")))
                .flatMap(description -> description.pipelines().stream())
                .toList();
    }

    /**
     * Makes a pipeline of tokens over models in the wanted formats.
     *
     * @throws ProjectException if its classes are not what the description says
     * @throws dev.specula.model.ModelLoadException if a model cannot be loaded
     */
    public Subject open(DescribedPipeline pipeline, WeightFormat targetWeights, WeightFormat draftWeights) {
        Description description = descriptionOf(pipeline);
        CausalModel target = model(description, pipeline.target(), CheckpointLoader::load, targetWeights, "");
        DescribedModel described = pipeline.draft();
        CausalModel draft =
                described == null ? null : model(description, described, CheckpointLoader::load, draftWeights, "");
        return new Subject(make(pipeline, target, draft), target, draft);
    }

    /**
     * Makes a pipeline over {@code target} and its draft model as if that had learnt nothing; absent without a draft model.
     *
     * @param seed of the draft model's weights
     */
    public @Nullable Subject openUntrained(
            DescribedPipeline pipeline, CausalModel target, WeightFormat draftWeights, long seed) {
        DescribedModel described = pipeline.draft();
        if (described == null) {
            return null;
        }
        Loading untrained = (name, source) -> CheckpointLoader.loadUntrained(name, source, seed);
        CausalModel draft =
                model(descriptionOf(pipeline), described, untrained, draftWeights, " of random weights " + seed);
        return new Subject(make(pipeline, target, draft), target, draft);
    }

    /**
     * Makes a pipeline of states over its models.
     *
     * @throws ProjectException if its classes are not what the description says
     * @throws dev.specula.model.ModelLoadException if a model cannot be loaded
     */
    public StatesSubject openStates(DescribedPipeline pipeline) {
        Description description = descriptionOf(pipeline);
        DenoisingModel target = denoiser(description, pipeline.target());
        DescribedModel described = pipeline.draft();
        DenoisingModel draft = described == null ? null : denoiser(description, described);
        return new StatesSubject(made(pipeline, DenoisingPipeline.class, DenoisingModel.class, target, draft), target);
    }

    private Pipeline make(DescribedPipeline pipeline, CausalModel target, @Nullable CausalModel draft) {
        return made(pipeline, Pipeline.class, CausalModel.class, target, draft);
    }

    private <P, M> P made(DescribedPipeline pipeline, Class<P> kind, Class<M> models, M target, @Nullable M draft) {
        Description description = descriptionOf(pipeline);
        Object[] arguments = draft == null ? new Object[] {target} : new Object[] {target, draft};
        Class<?>[] types = new Class<?>[arguments.length];
        Arrays.fill(types, models);
        try {
            Method factory = Class.forName(description.factory()).getDeclaredMethod(pipeline.method(), types);
            factory.setAccessible(true);
            return kind.cast(factory.invoke(null, arguments));
        } catch (ReflectiveOperationException | ClassCastException e) {
            throw failure(
                    "The pipeline \"" + pipeline.key() + "\" must be made by " + description.factory() + "."
                            + pipeline.method() + " from " + arguments.length + " models, but cannot be",
                    e);
        }
    }

    private Description descriptionOf(DescribedPipeline pipeline) {
        return descriptions.stream()
                .filter(description -> description.pipelines().contains(pipeline))
                .findFirst()
                .orElseThrow();
    }

    private CausalModel model(
            Description description, DescribedModel model, Loading loading, WeightFormat weights, String variant) {
        return loaded.computeIfAbsent(
                description.models() + "." + model.method() + " " + weights + variant,
                key -> load(description, model, loading, weights));
    }

    private CausalModel load(Description description, DescribedModel model, Loading loading, WeightFormat weights) {
        String location = locations.getOrDefault(model.method(), model.location());
        ModelLoader loader = name -> loading.load(model.method(), CheckpointSource.of(location, weights));
        return modelOf(description, model, CausalModel.class, ModelLoader.class, loader);
    }

    private DenoisingModel denoiser(Description description, DescribedModel model) {
        return denoisers.computeIfAbsent(description.models() + "." + model.method(), key -> {
            String location = locations.getOrDefault(model.method(), model.location());
            DenoisingLoader loader =
                    name -> DenoiserLoader.load(model.method(), CheckpointSource.of(location, WeightFormat.F32));
            return modelOf(description, model, DenoisingModel.class, DenoisingLoader.class, loader);
        });
    }

    private static <M, L> M modelOf(
            Description description, DescribedModel model, Class<M> kind, Class<L> loaders, L loader) {
        try {
            Class<?> type = Class.forName(description.models());
            Constructor<?> constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            Method method = type.getDeclaredMethod(model.method(), loaders);
            method.setAccessible(true);
            return kind.cast(method.invoke(constructor.newInstance(), loader));
        } catch (ReflectiveOperationException | ClassCastException e) {
            throw failure(
                    "The model \"" + model.method() + "\" must come from a method of " + description.models()
                            + " that takes a " + loaders.getSimpleName()
                            + ", in a class without constructor parameters, but cannot be made",
                    e);
        }
    }

    private static RuntimeException failure(String message, Exception cause) {
        if (cause instanceof InvocationTargetException thrown
                && thrown.getTargetException() instanceof RuntimeException known) {
            return known; // says what is wrong in its own words
        }
        return new ProjectException(message + ": " + cause + ".", cause);
    }

    /** How a model comes from its checkpoint. */
    @FunctionalInterface
    private interface Loading {
        CausalModel load(String name, CheckpointSource source);
    }

    @Override
    public void close() {
        List<CausalModel> models = new ArrayList<>(loaded.values());
        List<DenoisingModel> others = new ArrayList<>(denoisers.values());
        loaded.clear();
        denoisers.clear();
        models.forEach(CausalModel::close);
        others.forEach(DenoisingModel::close);
    }
}

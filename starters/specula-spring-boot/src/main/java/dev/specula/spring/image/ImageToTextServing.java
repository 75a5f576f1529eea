package dev.specula.spring.image;

import dev.specula.spring.DecodingPool;
import dev.specula.spring.ServedPipeline;
import dev.specula.spring.ServedPipelines;
import dev.specula.spring.property.PipelineProperties;
import dev.specula.visionlanguage.ImageToText;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.config.BeanPostProcessor;

/**
 * Puts threads, options and statistics around every bean that turns pictures to text, the starter's and the application's
 * alike, and checks once all are there that their properties can be honoured.
 */
final class ImageToTextServing implements BeanPostProcessor, SmartInitializingSingleton {
    static final String MODALITY = "image-to-text";

    private final ObjectProvider<ServedPipelines> all;
    private final ObjectProvider<DecodingPool> pool;
    private final BiFunction<String, String, PipelineProperties> properties; // by bean and name of the pipeline
    private final List<ServedImageToText> served = new CopyOnWriteArrayList<>();

    ImageToTextServing(
            ObjectProvider<ServedPipelines> all,
            ObjectProvider<DecodingPool> pool,
            BiFunction<String, String, PipelineProperties> properties) {
        this.all = all;
        this.pool = pool;
        this.properties = properties;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (!(bean instanceof ImageToText pipeline) || bean instanceof ServedImageToText) {
            return bean;
        }
        ServedPipelines everything = all.getObject();
        ServedPipeline description = new ServedPipeline(name, MODALITY, pipeline.description(), pipeline.models());
        everything.add(description);
        RequestDefaults defaults = new RequestDefaults(
                properties.apply(name, pipeline.description().name()));
        ServedImageToText around =
                new ServedImageToText(pipeline, description, everything, pool.getObject(), defaults, this::presetsOf);
        served.add(around);
        return around;
    }

    private List<ServedImageToText> presetsOf(String name) {
        return served.stream()
                .filter(pipeline -> pipeline.description().name().equals(name))
                .toList();
    }

    @Override
    public void afterSingletonsInstantiated() {
        served.forEach(ServedImageToText::check);
    }
}

package dev.specula.spring.audio;

import dev.specula.speech.SpeechToText;
import dev.specula.spring.DecodingPool;
import dev.specula.spring.ServedPipeline;
import dev.specula.spring.ServedPipelines;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.config.BeanPostProcessor;

/**
 * Puts threads, options and statistics around every bean that writes down speech, the starter's and the application's alike, and
 * checks once all are there that their properties can be honoured.
 */
final class SpeechToTextServing implements BeanPostProcessor, SmartInitializingSingleton {
    static final String MODALITY = "speech-to-text";

    private final ObjectProvider<ServedPipelines> all;
    private final ObjectProvider<DecodingPool> pool;
    private final BiFunction<String, String, TranscriptionDefaults> defaults; // by bean and name of the pipeline
    private final List<ServedSpeechToText> served = new CopyOnWriteArrayList<>();

    SpeechToTextServing(
            ObjectProvider<ServedPipelines> all,
            ObjectProvider<DecodingPool> pool,
            BiFunction<String, String, TranscriptionDefaults> defaults) {
        this.all = all;
        this.pool = pool;
        this.defaults = defaults;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (!(bean instanceof SpeechToText pipeline) || bean instanceof ServedSpeechToText) {
            return bean;
        }
        ServedPipelines everything = all.getObject();
        ServedPipeline description = new ServedPipeline(name, MODALITY, pipeline.description(), pipeline.models());
        everything.add(description);
        ServedSpeechToText around = new ServedSpeechToText(
                pipeline,
                description,
                everything,
                pool.getObject(),
                defaults.apply(name, pipeline.description().name()),
                this::presetsOf);
        served.add(around);
        return around;
    }

    private List<ServedSpeechToText> presetsOf(String name) {
        return served.stream()
                .filter(pipeline -> pipeline.description().name().equals(name))
                .toList();
    }

    @Override
    public void afterSingletonsInstantiated() {
        served.forEach(ServedSpeechToText::check);
    }
}

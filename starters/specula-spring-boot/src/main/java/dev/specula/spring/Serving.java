package dev.specula.spring;

import dev.specula.plan.Described;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.Predicate;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.config.BeanPostProcessor;

/**
 * Puts threads, options and statistics around every bean of one contract, the starter's and the application's alike, and checks
 * once all are there that their properties can be honoured.
 *
 * @param <P> the contract
 */
public final class Serving<P extends Described> implements BeanPostProcessor, SmartInitializingSingleton {
    private final Class<P> contract;
    private final String modality;
    private final ObjectProvider<ServedPipelines> all;
    private final ObjectProvider<DecodingPool> pool;
    private final Predicate<RuntimeException> refusals;
    private final Function<Served<P>, ServedContract> face;
    private final List<Served<P>> served = new CopyOnWriteArrayList<>();
    private final List<ServedContract> faces = new CopyOnWriteArrayList<>();

    /**
     * For the beans of {@code contract}.
     *
     * @param modality what it turns into what, such as {@code image-to-text}
     * @param refusals failures that are the fault of a request, beside illegal arguments
     * @param face makes what users meet; of the contract as well
     */
    public Serving(
            Class<P> contract,
            String modality,
            ObjectProvider<ServedPipelines> all,
            ObjectProvider<DecodingPool> pool,
            Predicate<RuntimeException> refusals,
            Function<Served<P>, ServedContract> face) {
        this.contract = contract;
        this.modality = modality;
        this.all = all;
        this.pool = pool;
        this.refusals = refusals;
        this.face = face;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (!contract.isInstance(bean) || bean instanceof ServedContract) {
            return bean;
        }
        P pipeline = contract.cast(bean);
        ServedPipeline facts = new ServedPipeline(name, modality, pipeline.description(), pipeline.models());
        all.getObject().add(facts);
        Served<P> around = new Served<>(
                pipeline,
                facts,
                all.getObject(),
                pool.getObject(),
                () -> presets(facts.description().name()),
                refusals);
        served.add(around);
        ServedContract met = face.apply(around);
        faces.add(met);
        return met;
    }

    private List<Served<P>> presets(String target) {
        return served.stream()
                .filter(pipeline -> pipeline.facts().description().name().equals(target))
                .toList();
    }

    @Override
    public void afterSingletonsInstantiated() {
        faces.forEach(ServedContract::check);
    }
}

package dev.specula;

import java.lang.annotation.Annotation;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks an interface as what users call for a pair of modalities, and names the class that generated pipelines extend to
 * implement it. A contract is found on the class path through a resource that holds its qualified name and is called after
 * the modalities in the order of {@link Modality}: {@code dev/specula/contract/image-text-to-text}, or, of denoising models,
 * {@code dev/specula/contract/denoising/points-to-action} and, whatever they read, {@code denoising/any-to-action}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Contract {
    /** What is read, in any order; none named for whatever a denoising model reads. */
    Modality[] accepts() default {};

    /** What is written; several only where answers of all have one form. */
    Modality[] emits();

    /**
     * The base class of generated pipelines: everything between a user's request and the rounds of one answer. It implements
     * the contract and {@code dev.specula.plan.Pipeline} but for {@code answer}, and has constructors of {@code
     * (PipelineDescription, Schedule, CausalModel target)} and {@code (PipelineDescription, Schedule, CausalModel target,
     * CausalModel draft)}. For denoising models it is {@code DenoisingPipeline} but for {@code denoise}, and {@code
     * DenoisingModel}s.
     */
    Class<?> pipeline();

    /** Whether answers may be guided away from those without the condition: the generated pipelines then open both. */
    boolean guided() default false;

    /** The choice that proposes where nothing is chosen and there is no draft model; {@link Annotation} stands for lookup. */
    Class<? extends Annotation> source() default Annotation.class;
}

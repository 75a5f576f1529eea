package dev.specula;

import java.lang.annotation.Annotation;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a bean method as the model whose answers are wanted. From
 *
 * <pre>{@code
 * @Bean @TargetModel(accepts = {IMAGE, TEXT}, emits = TEXT, location = "file:captioner/")
 * CausalModel captioner(ModelLoader load) { return load.causal("captioner"); }
 * }</pre>
 *
 * <p>{@code mvn spec:generate} writes {@code CaptionerPipeline}, an implementation of the contract that accepts and emits
 * these modalities, and registers it as a bean. Choices stand beside this annotation; what is not chosen is inferred: the
 * draft model if there is one, else lookup; a chain; acceptance by matching; a self-tuning schedule. A bean
 * that is a {@code DenoisingModel} gets denoising rounds: a window drafted by the draft model or the last clean estimate,
 * acceptance by reflection, a fixed schedule.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface TargetModel {
    /** What the model reads. */
    Modality[] accepts();

    /** What the model writes. */
    Modality emits();

    /** Where its weights are: {@code file:}, {@code classpath:} or another scheme a model loader knows. */
    String location() default "";

    /**
     * Annotations that are sets of choices; each gives one more pipeline, selectable by name at run time. Where a set says
     * nothing about an axis, the choice beside this annotation holds.
     */
    Class<? extends Annotation>[] presets() default {};
}

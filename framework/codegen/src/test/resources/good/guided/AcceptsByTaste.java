package captions;

import dev.specula.Axis;
import dev.specula.Choice;
import dev.specula.Guarantee;
import dev.specula.Modality;
import dev.specula.Need;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A rule of one's own that reads the target model. */
@Choice(
        axis = Axis.ACCEPTANCE,
        implementation = Taste.class,
        guarantee = Guarantee.RELAXED,
        needs = {Need.SAMPLED_DRAFT, Need.TARGET_MODEL},
        emits = Modality.IMAGE)
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
public @interface AcceptsByTaste {
    int bitterness() default 1;
}

package dev.specula.spring.user;

import dev.specula.DraftModel;
import dev.specula.Modality;
import dev.specula.TargetModel;
import dev.specula.model.CausalModel;
import dev.specula.spring.image.SilentModel;
import dev.specula.token.DraftsByLookup;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Models of an application, as a user annotates them; the pipelines are generated when the tests are compiled. */
@Configuration(proxyBeanMethods = false)
public class CaptionModels {
    /** A preset without a draft model. */
    @DraftsByLookup
    public @interface Looking {}

    @Bean
    @TargetModel(
            accepts = {Modality.IMAGE, Modality.TEXT},
            emits = Modality.TEXT,
            location = "file:no/such/target/",
            presets = Looking.class)
    public CausalModel scribe() {
        return new SilentModel("scribe", 192, "red");
    }

    @Bean
    @DraftModel(
            accepts = {Modality.IMAGE, Modality.TEXT},
            location = "file:no/such/draft/")
    public CausalModel scribeDraft() {
        return new SilentModel("sketcher", 192, "red");
    }
}

package captions;

import static dev.specula.Modality.IMAGE;
import static dev.specula.Modality.TEXT;

import dev.specula.DraftModel;
import dev.specula.TargetModel;
import dev.specula.model.CausalModel;
import dev.specula.model.ModelLoader;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

@Configuration(proxyBeanMethods = false)
@Profile("captions")
class CaptionModels {
    @Bean
    @TargetModel(
            accepts = {IMAGE, TEXT},
            emits = TEXT,
            location = "file:captioner/")
    CausalModel captioner(ModelLoader load) {
        return load.causal("captioner");
    }

    @Bean
    @DraftModel(accepts = TEXT, location = "file:draft/")
    CausalModel captionerDraft(ModelLoader load) {
        return load.causal("captionerDraft");
    }
}

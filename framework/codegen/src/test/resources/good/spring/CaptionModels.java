package captions;

import static dev.specula.Modality.IMAGE;
import static dev.specula.Modality.TEXT;

import dev.specula.DraftModel;
import dev.specula.TargetModel;
import dev.specula.model.CausalModel;
import dev.specula.testkit.TableModel;
import dev.specula.token.Chain;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

@Configuration(proxyBeanMethods = false)
@Profile("captions")
public class CaptionModels {
    @Chain(tokens = 2)
    public @interface Brief {}

    /** A condition made of another one. */
    @Profile("quick")
    public @interface Quick {}

    @Bean(name = "big", defaultCandidate = false, destroyMethod = "")
    @ConditionalOnMissingBean(name = "big")
    @TargetModel(
            accepts = {IMAGE, TEXT},
            emits = TEXT,
            presets = Brief.class)
    public CausalModel captioner() {
        return TableModel.of(8, 1);
    }

    @Bean(defaultCandidate = false, destroyMethod = "")
    @Profile({"fast", "captions"})
    @Quick
    @DraftModel(accepts = TEXT)
    public CausalModel captionerDraft() {
        return TableModel.of(8, 1).draft(0.8, 2);
    }
}

package dev.specula.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.specula.codegen.standin.ImageToText;
import dev.specula.codegen.standin.ImageToTextPipeline;
import dev.specula.plan.Plans;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

class GeneratedConfigurationTests {
    @Test
    void registersThePipelineWithoutPresetAsTheOneThatIsInjected() throws Exception {
        try (AnnotationConfigApplicationContext context = context("captions")) {
            context.refresh();

            ImageToTextPipeline injected = (ImageToTextPipeline) context.getBean(ImageToText.class);
            assertThat(injected).isSameAs(context.getBean("captionerPipeline"));
            assertThat(injected.description().key()).isEqualTo("captioner");
            assertThat(injected.description().longest()).isEqualTo(8);
            assertThat(injected.models()).hasSize(2);
        }
    }

    @Test
    void registersPresetsByName() throws Exception {
        try (AnnotationConfigApplicationContext context = context("captions")) {
            context.refresh();

            ImageToTextPipeline brief = (ImageToTextPipeline) context.getBean("captionerBriefPipeline");
            assertThat(brief.description().key()).isEqualTo("captioner.brief");
            assertThat(brief.description().longest()).isEqualTo(2);
        }
    }

    @Test
    void followsPlansThatTheApplicationChanges() throws Exception {
        try (AnnotationConfigApplicationContext context = context("captions")) {
            context.registerBean(Plans.class, () -> planned -> planned.longest() + 1);
            context.refresh();

            ImageToTextPipeline brief = (ImageToTextPipeline) context.getBean("captionerBriefPipeline");
            assertThat(brief.description().longest()).isEqualTo(3);
        }
    }

    @Test
    void isAbsentUnderTheConditionsOfTheModels() throws Exception {
        try (AnnotationConfigApplicationContext context = context("others")) {
            context.refresh();

            assertThat(context.getBeanNamesForType(ImageToText.class)).isEmpty();
        }
    }

    private static AnnotationConfigApplicationContext context(String profile) throws ClassNotFoundException {
        CompiledClasses classes = new CompiledClasses(Sources.compiled("good/spring"));
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        context.setClassLoader(classes);
        context.getEnvironment().setActiveProfiles(profile);
        context.register(
                classes.loadClass("captions.CaptionModels"), classes.loadClass("captions.CaptionModelsPipelines"));
        return context;
    }
}

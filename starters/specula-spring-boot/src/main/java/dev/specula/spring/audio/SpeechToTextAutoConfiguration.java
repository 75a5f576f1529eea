package dev.specula.spring.audio;

import dev.specula.media.UnreadableSoundException;
import dev.specula.speech.SilentSoundException;
import dev.specula.speech.SpeechToText;
import dev.specula.spring.DecodingPool;
import dev.specula.spring.ServedPipelines;
import dev.specula.spring.Serving;
import dev.specula.spring.SpeculaAutoConfiguration;
import dev.specula.spring.model.ModelAutoConfiguration;
import dev.specula.spring.property.AudioProperties;
import dev.specula.spring.property.SpeculaProperties;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** Writes down speech. */
@AutoConfiguration(after = {SpeculaAutoConfiguration.class, ModelAutoConfiguration.class})
@ConditionalOnClass(SpeechToText.class)
@EnableConfigurationProperties(AudioProperties.class)
@Import(OwnSpeechPipeline.class)
public final class SpeechToTextAutoConfiguration {
    private static final String MODALITY = "speech-to-text";

    @Bean
    static Serving<SpeechToText> speechToTextServing(
            ObjectProvider<ServedPipelines> all,
            ObjectProvider<DecodingPool> pool,
            ObjectProvider<AudioProperties> audio,
            ObjectProvider<SpeculaProperties> shared) {
        return new Serving<>(
                SpeechToText.class,
                MODALITY,
                all,
                pool,
                SpeechToTextAutoConfiguration::isFaultOfTheSound,
                served -> new ServedSpeechToText(
                        served,
                        OwnSpeechPipeline.BEANS.contains(served.facts().bean())
                                ? TranscriptionDefaults.of(audio.getObject())
                                : TranscriptionDefaults.of(shared.getObject()
                                        .pipeline(served.facts().description().name()))));
    }

    private static boolean isFaultOfTheSound(RuntimeException failure) {
        return failure instanceof UnreadableSoundException || failure instanceof SilentSoundException;
    }
}

package dev.specula.spring.audio;

import dev.specula.spring.property.AudioProperties;
import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** There is a draft model: one is named, or the target is the usual one, which has a draft of its own. */
class OnSpeechDraftCondition extends SpringBootCondition {
    @Override
    public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
        Environment environment = context.getEnvironment();
        ConditionMessage.Builder message = ConditionMessage.forCondition("Draft model of speech");
        if (environment.containsProperty(AudioProperties.PREFIX + ".draft")) {
            return ConditionOutcome.match(message.because("one is named"));
        }
        return environment.containsProperty(AudioProperties.PREFIX + ".target")
                ? ConditionOutcome.noMatch(message.because("a target is named without one: it is drafted by lookup"))
                : ConditionOutcome.match(message.because("the usual target has one"));
    }
}

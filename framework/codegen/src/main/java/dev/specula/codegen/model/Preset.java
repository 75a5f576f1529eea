package dev.specula.codegen.model;

import com.palantir.javapoet.ClassName;
import java.util.List;

/** A set of choices that gives one more pipeline of its target. */
public record Preset(ClassName annotation, List<Choice> choices, Place place) {
    /** Copies the list. */
    public Preset {
        choices = List.copyOf(choices);
    }

    /** Its name in properties: {@code long-answers} for {@code LongAnswers}. */
    public String name() {
        return Words.of(annotation.simpleName()).joined("-");
    }
}

package dev.specula;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks an interface as what users call for a pair of modalities, and names the class that generated pipelines extend to
 * implement it. A contract is found through {@code META-INF/specula/contracts}, one type name a line, on the class path.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Contract {
    /** What is read, in any order. */
    Modality[] accepts();

    /** What is written. */
    Modality emits();

    /**
     * The base class of generated pipelines: everything between a user's request and the rounds of one answer. The generator
     * adds the constructor, the opening of sequences and the round.
     */
    Class<?> pipeline();
}

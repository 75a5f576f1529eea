package dev.specula.codegen.model;

import com.palantir.javapoet.ClassName;
import java.util.Optional;

/**
 * What users call.
 *
 * @param pipeline base class of the pipelines
 * @param source the choice that proposes where nothing is chosen and there is no draft model; empty for lookup
 * @param isGuided whether answers may be guided
 * @param flaw why no pipeline can be written against it; empty if one can
 */
public record Contract(ClassName type, ClassName pipeline, Optional<ClassName> source, boolean isGuided, String flaw) {}

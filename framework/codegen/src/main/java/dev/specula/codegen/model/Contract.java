package dev.specula.codegen.model;

import com.palantir.javapoet.ClassName;

/**
 * What users call.
 *
 * @param pipeline base class of the pipelines
 * @param flaw why no pipeline can be written against it; empty if one can
 */
public record Contract(ClassName type, ClassName pipeline, String flaw) {}

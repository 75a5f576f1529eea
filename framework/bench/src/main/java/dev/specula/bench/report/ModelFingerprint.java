package dev.specula.bench.report;

import dev.specula.model.ModelSpec;

/**
 * What tells two models apart.
 *
 * @param constants of the model
 * @param answers hash of what it says alone at temperature 0 to the first prompts; empty for a draft model
 */
public record ModelFingerprint(ModelSpec constants, String answers) {}

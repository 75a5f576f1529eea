/**
 * The pipelines of a project as its class path describes them, made without a container: the annotated class is instantiated,
 * its methods load the models, the generated factory makes the pipelines.
 */
@NullMarked
package dev.specula.bench.project;

import org.jspecify.annotations.NullMarked;

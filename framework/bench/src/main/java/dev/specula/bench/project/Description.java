package dev.specula.bench.project;

import java.util.List;

/**
 * One description file.
 *
 * @param models the annotated class
 * @param factory the generated class that makes the pipelines
 * @param pipelines what it makes
 */
record Description(String models, String factory, List<DescribedPipeline> pipelines) {}

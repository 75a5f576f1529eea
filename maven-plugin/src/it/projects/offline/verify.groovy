def log = new File(basedir, "build.log").text
assert log.contains("Pipelines are not generated: spec.skip is set.")
assert log.contains("Generated 2 sources from 1 annotated, 3 files changed.")
assert log.contains("spec:generate")
assert new File(basedir, "target/generated-sources/spec/captions/CaptionerPipeline.java").exists()

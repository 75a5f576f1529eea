assert new File(basedir, "target/classes/captions/CaptionerPipeline.class").exists()
assert new File(basedir, "target/classes/captions/NamesImpl.class").exists()
assert new File(basedir, "target/generated-sources/spec/captions/CaptionerPipeline.java").exists()

assert new File(basedir, "target/generated-sources/annotations/captions/CaptionerPipeline.java").exists()
assert new File(basedir, "target/classes/captions/CaptionerPipeline.class").exists()
assert new File(basedir, "target/classes/META-INF/specula/captions.CaptionModels.json").exists()

assert new File(basedir, "target/classes/captions/CaptionerPipeline.class").exists()
assert new File(basedir, "target/classes/META-INF/specula/captions.CaptionModels.json").text.contains('"key": "captioner"')
assert new File(basedir, "build.log").text.contains("Generated 2 sources from 1 annotated, 3 files changed.")

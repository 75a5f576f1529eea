def generated = new File(basedir, "target/generated-sources/spec/captions/CaptionerPipeline.java").text
assert generated.contains("Echo echo = new Echo(2)")
assert new File(basedir, "target/classes/captions/CaptionerPipeline.class").exists()

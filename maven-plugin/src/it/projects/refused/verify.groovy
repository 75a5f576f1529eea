def log = new File(basedir, "build.log").text
assert log =~ /CaptionModels\.java:\[20,\d+\] \[SPD022\] .* Did you mean "captioner"\?/
assert log.contains("The annotated source has a problem, shown above.")
// Nothing but what the generator knows: the missing class is the compiler's to report, and it never ran.
assert !log.contains("cannot find symbol")
assert !new File(basedir, "target/generated-sources/spec").exists()

import groovy.json.JsonSlurper

def log = new File(basedir, "build.log").text
assert log =~ /captioner at temperature 0.0: 0 of \d+ tokens differ in 2 answers/
assert log =~ /captioner at temperature 0.8: 0 of \d+ tokens differ in 2 answers/
assert log.contains("reacher with nothing drafted: 0 of 2 states differ from the plain sampler's; drafted ones differ in law by")
assert log.contains("captioner (ri8) at temperature 0.8")
assert log =~ /reacher \(.*\): \d+\.\d calls for 100 steps/
assert log.contains("tiles with nothing drafted: 0 of 1 states differ")

def report = new JsonSlurper().parse(new File(basedir, "target/spec/bench.json"))
assert report.pipelines*.pipeline as Set == ["captioner"] as Set
assert report.denoising.pipelines*.pipeline == ["reacher"]
assert report.denoising.pipelines[0].calls < 50
assert report.denoising.pipelines[0].steps == 100
assert new File(basedir, "target/spec/bench.html").text.contains("<svg")

assert log =~ /Prepared the models of captioner, its target in ri8: \d+\.\d s/
assert log =~ /Prepared the models of reacher: \d+\.\d s/
assert new File(basedir, "prepared/graphs").list().length > 1

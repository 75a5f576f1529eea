def log = new File(basedir, "build.log").text
assert log =~ /captioner at temperature 0.0: 0 of \d+ tokens differ in 2 answers/
assert log =~ /captioner at temperature 0.8: 0 of \d+ tokens differ in 2 answers/
assert log.contains("captioner (ri8) at temperature 0.8")
assert new File(basedir, "target/spec/bench.json").text.contains('"pipeline": "captioner"')
assert new File(basedir, "target/spec/bench.html").text.contains("<svg")

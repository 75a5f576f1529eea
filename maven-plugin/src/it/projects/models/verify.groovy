def log = new File(basedir, "build.log").text
assert log =~ /hf:\/\/owner\/tiny is in .*models--owner--tiny.snapshots.0123456789abcdef0123456789abcdef01234567/
assert log.contains("hf://owner/tiny@0123456789abcdef0123456789abcdef01234567: 2 files, 0.0 MB")
assert log.contains("hf://owner/none must be in the cache")

assert log =~ /Prepared hf:\/\/owner\/small in ri8: \d+\.\d s/
assert log =~ /Prepared hf:\/\/owner\/small in int4: \d+\.\d s/
assert log.contains('"hf://owner/none" must be cached, but is not; fetch it with')
def bundles = new File(basedir, "prepared/graphs").listFiles()
assert bundles.length == 2
assert bundles.every { new File(it, "chain.onnx").isFile() }

def log = new File(basedir, "build.log").text
assert log =~ /hf:\/\/owner\/tiny is in .*models--owner--tiny.snapshots.0123456789abcdef0123456789abcdef01234567/
assert log.contains("hf://owner/tiny@0123456789abcdef0123456789abcdef01234567: 2 files, 0.0 MB")
assert log.contains("hf://owner/none must be in the cache")

// A model that can be loaded, among those that are cached: of the tests of another module, so that it is kept once.
def fixture = new File(basedir, "../../../../framework/graphs/src/test/resources/fixtures/llama-tied")
def commit = "0123456789abcdef0123456789abcdef01234567"
def small = new File(basedir, "cache/models--owner--small")
new File(small, "refs").mkdirs()
new File(small, "refs/main").text = commit
def snapshot = new File(small, "snapshots/" + commit)
snapshot.mkdirs()
fixture.eachFile(groovy.io.FileType.FILES) { new File(snapshot, it.name).bytes = it.bytes }

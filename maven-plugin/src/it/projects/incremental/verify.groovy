def log = new File(basedir, "build.log").text
def second = log.substring(log.lastIndexOf("Scanning for projects"))
assert log.contains("Generated 2 sources from 1 annotated, 3 files changed.")
assert second.contains("Pipelines are up to date.")
assert second.contains("Nothing to compile - all classes are up to date")

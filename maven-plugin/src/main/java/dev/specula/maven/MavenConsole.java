package dev.specula.maven;

import java.nio.file.Path;
import org.apache.maven.plugin.logging.Log;
import org.codehaus.plexus.build.BuildContext;

/** Maven's log, and the markers of an IDE where Maven runs inside one. */
record MavenConsole(Log log, BuildContext context) implements Console {
    @Override
    public void info(String message) {
        log.info(message);
    }

    @Override
    public void problem(Path file, int line, int column, String message) {
        log.error(file + ":[" + line + "," + column + "] " + message);
        context.addMessage(file.toFile(), line, column, message, BuildContext.SEVERITY_ERROR, null);
    }

    @Override
    public void forget(Path file) {
        context.removeMessages(file.toFile());
    }

    @Override
    public void changed(Path folder) {
        context.refresh(folder.toFile());
    }
}

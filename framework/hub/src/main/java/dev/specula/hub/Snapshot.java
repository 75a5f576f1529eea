package dev.specula.hub;

import java.util.List;

/**
 * The files of a repository at one commit.
 *
 * @param commit hexadecimal
 * @param files paths in the repository
 */
record Snapshot(String commit, List<String> files) {
    Snapshot {
        RemoteName.commit(commit);
        files = List.copyOf(files);
        files.forEach(RemoteName::check);
    }
}

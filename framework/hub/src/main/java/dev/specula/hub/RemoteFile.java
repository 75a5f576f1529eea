package dev.specula.hub;

/**
 * What a hub says about a file before it is fetched.
 *
 * @param path in the repository
 * @param etag what its content is called in the cache: the SHA-256 of large files, the Git hash of small ones
 * @param size number of bytes
 */
record RemoteFile(String path, String etag, long size) {}

package dev.migrations.drift;

/**
 * How a fingerprint is computed: by the server, in one statement.
 *
 * @param settings set for its transaction what would make a difference otherwise
 * @param sql    returns {@code kind}, {@code schema}, {@code objects} and {@code hash}; its parameters are a schema, the
 *               tables of that schema that are left out, separated by line feeds, and a regular expression of names that are
 *               left out, empty for none
 * @param method two fingerprints compare if they were computed by the same one
 */
public record FingerprintQuery(String settings, String sql, String method) {}

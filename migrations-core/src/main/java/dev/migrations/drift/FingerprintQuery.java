package dev.migrations.drift;

import java.util.List;

/**
 * How a fingerprint is computed: by the server, in a few statements of one transaction.
 *
 * @param settings   set for its transaction what would make a difference otherwise
 * @param statements each returns {@code kind}, {@code schema}, {@code objects} and {@code hash}, and no two the same kind; the
 *                   parameters of each are a schema, the tables of that schema that are left out, separated by line feeds, and
 *                   a regular expression of names that are left out, empty for none
 * @param method     two fingerprints compare if they were computed by the same one
 */
public record FingerprintQuery(String settings, List<String> statements, String method) {

    public FingerprintQuery {
        statements = List.copyOf(statements);
    }
}

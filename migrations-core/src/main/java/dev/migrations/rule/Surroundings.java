package dev.migrations.rule;

import dev.migrations.ddl.OverlongName;
import dev.migrations.script.QualifiedName;
import java.util.List;

/**
 * What is known where a statement stands.
 *
 * @param server      which PostgreSQL it is meant for
 * @param runner      who runs it
 * @param transaction with what it shares a transaction
 * @param timeouts    which limits hold for it
 * @param schema      what the statements before it made
 * @param overlong    its names that the server will cut
 * @param versions    what files to come are numbered
 */
public record Surroundings(
        ServerVersion server,
        Runner runner,
        SharedTransaction transaction,
        Timeouts timeouts,
        KnownSchema schema,
        List<OverlongName> overlong,
        NextVersions versions) {

    public Surroundings {
        overlong = List.copyOf(overlong);
    }

    /** Whether nobody else can have rows in this table, or wait for it, yet: it was made in the same run. */
    public boolean isCold(QualifiedName table) {
        return schema.isNew(table);
    }
}

package dev.migrations.rule;

import dev.migrations.script.QualifiedName;

/**
 * What is known where a statement stands.
 *
 * @param server      which PostgreSQL it is meant for
 * @param runner      who runs it
 * @param transaction with what it shares a transaction
 * @param timeouts    which limits hold for it
 * @param schema      what the statements before it made
 */
public record Surroundings(
        ServerVersion server, Runner runner, SharedTransaction transaction, Timeouts timeouts, KnownSchema schema) {

    /** Whether nobody else can have rows in this table, or wait for it, yet: it was made in the same run. */
    public boolean isCold(QualifiedName table) {
        return schema.isNew(table);
    }
}

package dev.migrations.test;

import dev.migrations.test.template.DatabaseClone;

/** Stands in the stack trace of a test that has failed, and says where its database is. */
final class KeptDatabase extends Exception {

    private static final long serialVersionUID = 1;

    KeptDatabase(DatabaseClone database) {
        super(
                "the database of this test is kept for a look: "
                        + database.url().psql() + " (" + database.url() + ")",
                null,
                false,
                false);
    }
}

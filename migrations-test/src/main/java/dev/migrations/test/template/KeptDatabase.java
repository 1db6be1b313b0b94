package dev.migrations.test.template;

/** Stands in the stack trace of a test that has failed, and says where its database is. */
public final class KeptDatabase extends Exception {

    private static final long serialVersionUID = 1;

    private KeptDatabase(DatabaseClone database) {
        super(
                "the database of this test is kept for a look: "
                        + database.url().psql() + " (" + database.url() + ")",
                null,
                false,
                false);
    }

    /** Keeps the database of a test, and says so in what has made it fail. */
    public static void tell(DatabaseClone database, String test, Throwable failure) {
        if (database.keep(test)) {
            failure.addSuppressed(new KeptDatabase(database));
        }
    }
}

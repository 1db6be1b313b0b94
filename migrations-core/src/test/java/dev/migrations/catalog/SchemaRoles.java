package dev.migrations.catalog;

import dev.migrations.testing.PostgresServer;

/** The roles that the files under {@code src/test/resources/schema} name; a server has them for all of its databases. */
final class SchemaRoles {

    /** Who uses them does so alone. */
    static final String NAME = "roles of the schemas";

    private SchemaRoles() {}

    static void create(PostgresServer server) {
        server.execute(
                "drop role if exists snapshot_app, snapshot_reader",
                "create role snapshot_app",
                "create role snapshot_reader");
    }

    static void drop(PostgresServer server) {
        server.execute("drop role snapshot_app, snapshot_reader");
    }
}

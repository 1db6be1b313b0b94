package dev.migrations.testing;

import java.nio.file.Path;
import java.util.List;

/** A table whose rows count how often a backfill has changed them, and the files that make both. */
public final class Filling {

    private static final String BACKFILL = """
            -- migrations: backfill table=users key=id batch=%d min-batch=1 max-batch=%d pause=0
            update users set filled = filled + 1 where id between :from and :to;
            """;

    private final MigrationFiles files;

    private Filling(MigrationFiles files) {
        this.files = files;
    }

    /** One whose first two versions are the table with so many rows, and the backfill with batches of so many. */
    public static Filling of(Path directory, int rows, int batch) {
        return new Filling(MigrationFiles.in(directory)
                .with("001_users.up.sql", """
                        create table users (id bigint primary key, filled int not null default 0);
                        insert into users select n from generate_series(1, %d) n;
                        analyze users;
                        """.formatted(rows))
                .with("002_fill.up.sql", BACKFILL.formatted(batch, batch)));
    }

    /** The files. */
    public MigrationFiles files() {
        return files;
    }

    /** How many rows were changed how often, such as {@code 1: 5000}. */
    public static List<String> counts(TestDatabase database) {
        return database.query("select filled || ': ' || count(*) from users group by filled order by filled");
    }

    /** How many rows the backfill says that it has passed. */
    public static int passed(TestDatabase database) {
        return Integer.parseInt(database.query("select coalesce(max(rows_passed), 0) from schema_migrations_backfills")
                .get(0));
    }
}

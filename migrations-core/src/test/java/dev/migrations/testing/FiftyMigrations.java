package dev.migrations.testing;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.Assertions;

/**
 * Fifty migrations of which none can be applied twice unnoticed: each makes a table and leaves a mark. One of them builds an
 * index concurrently, between two transactions of its own; a repeatable comes last.
 */
public final class FiftyMigrations {

    private static final int COUNT = 50;
    private static final int WITH_INDEX = 25;

    private final MigrationFiles files;

    private FiftyMigrations(MigrationFiles files) {
        this.files = files;
    }

    /** Writes them. */
    public static FiftyMigrations in(Path directory) {
        var files = MigrationFiles.in(directory)
                .with("001_create_marks.up.sql", "create table marks (id int);" + mark(1))
                .with("R_repeated.sql", "create or replace view repeated as select 1; insert into marks values (0);");
        for (var version = 2; version <= COUNT; version++) {
            files.with("%03d_step.up.sql".formatted(version), version == WITH_INDEX ? mixed() : plain(version));
        }
        return new FiftyMigrations(files);
    }

    /** The files. */
    public MigrationFiles files() {
        return files;
    }

    /** Each was applied once, and nothing is left half-done. */
    public static void assertAppliedOnce(TestDatabase database) {
        Assertions.assertThat(database.query("select id from marks where id between 1 and 50 order by id"))
                .isEqualTo(numbers());
        Assertions.assertThat(database.query(
                        "select version from schema_migrations where state = 'applied' order by version"))
                .isEqualTo(numbers());
        Assertions.assertThat(database.query("select version from schema_migrations where state <> 'applied'"))
                .isEmpty();
        Assertions.assertThat(database.query("select indexrelid::regclass from pg_index where not indisvalid"))
                .isEmpty();
        Assertions.assertThat(database.hasTable("step_25_id")).isTrue();
        Assertions.assertThat(
                        database.query("select description from schema_migrations_repeatables where checksum <> ''"))
                .containsExactly("repeated");
    }

    private static String plain(int version) {
        return "create table step_%d (id int); insert into step_%d select 1; ".formatted(version, version)
                + mark(version);
    }

    private static String mixed() {
        return """
                create table step_25 as select generate_series(1, 1000) as id;
                create index concurrently step_25_id on step_25 (id);
                """ + mark(WITH_INDEX);
    }

    private static String mark(int version) {
        return "insert into marks values (%d);".formatted(version);
    }

    private static List<String> numbers() {
        return IntStream.rangeClosed(1, COUNT).mapToObj(Integer::toString).toList();
    }
}

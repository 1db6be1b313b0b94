package dev.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrations.database.StatementProgress;
import dev.migrations.testing.MigrationFiles;
import dev.migrations.testing.PostgresExtension;
import dev.migrations.testing.TestDatabase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(PostgresExtension.class)
class StatementProgressPostgresTest {

    @TempDir
    Path directory;

    @Test
    void each_statement_is_told_of_whatever_its_kind(TestDatabase database) {
        var files = MigrationFiles.in(directory).with("001_a.up.sql", """
                create table a (id int);
                insert into a values (1);
                copy a from stdin;
                2
                \\.
                create index concurrently a_id on a (id);
                select count(*) from a;
                """);
        var heard = new ArrayList<StatementProgress>();
        var listener = new MigrationListener() {
            @Override
            public void progressed(String folder, String database, StatementProgress progress) {
                heard.add(progress);
            }
        };
        var report = Migrator.of(files.folder(), database.source())
                .listener(listener)
                .build()
                .up();
        assertThat(report.success()).isTrue();
        assertThat(heard).extracting(StatementProgress::done).isEqualTo(List.of(1, 2, 3, 4, 5));
        assertThat(heard).extracting(StatementProgress::total).containsOnly(5);
    }
}

package dev.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrations.testing.ChildJvm;
import dev.migrations.testing.MigrationFiles;
import dev.migrations.testing.PostgresExtension;
import dev.migrations.testing.TestDatabase;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** Files that are larger than the heap. */
@ExtendWith(PostgresExtension.class)
@Isolated("it is much at once, and has a time limit")
class LargeDumpPostgresTest {

    private static final int MEGABYTE = 1 << 20;
    private static final String HEAP = "-Xmx128m";

    private final MigrationFiles files;

    LargeDumpPostgresTest(@TempDir Path directory) {
        files = MigrationFiles.in(directory);
    }

    @Test
    void a_dump_of_300_megabytes_is_applied(TestDatabase database) throws IOException {
        var line = "\t" + "x".repeat(990) + "\t\\N";
        var rows = 300 * MEGABYTE / 1000;
        try (var out = write("001_dump.up.sql")) {
            out.print("""
                    --
                    -- PostgreSQL database dump
                    --
                    \\restrict kL0yVQOc8Fv

                    SET statement_timeout = 0;
                    SET standard_conforming_strings = on;
                    SELECT pg_catalog.set_config('search_path', '', false);
                    CREATE UNLOGGED TABLE public.items (id integer NOT NULL, body text, note text);
                    COPY public.items (id, body, note) FROM stdin;
                    """);
            for (var id = 1; id <= rows; id++) {
                out.print(id);
                out.print(line);
                out.print('\n');
            }
            out.print("""
                    \\.

                    ALTER TABLE ONLY public.items ADD CONSTRAINT items_pkey PRIMARY KEY (id);

                    \\unrestrict kL0yVQOc8Fv
                    """);
        }
        up(database);
        assertThat(database.query("select count(*) from items where length(body) = 990 and note is null"))
                .containsExactly(Integer.toString(rows));
    }

    @Test
    void inserts_of_60_megabytes_are_applied(TestDatabase database) throws IOException {
        var rows = 60 * MEGABYTE / 1000;
        try (var out = write("001_inserts.up.sql")) {
            out.print("create unlogged table items (id int primary key, body text);\n");
            for (var id = 1; id <= rows; id++) {
                out.print("insert into items values (" + id + ", '" + "y".repeat(950) + "');\n");
            }
        }
        up(database);
        assertThat(database.query("select count(*) from items")).containsExactly(Integer.toString(rows));
    }

    private void up(TestDatabase database) {
        try (var child = ChildJvm.up(database.url(), files, HEAP)) {
            assertThat(child.await()).startsWith("001_");
        }
    }

    private PrintStream write(String name) throws IOException {
        return new PrintStream(
                new java.io.BufferedOutputStream(
                        Files.newOutputStream(files.directory().resolve(name)), MEGABYTE),
                false,
                StandardCharsets.UTF_8);
    }
}

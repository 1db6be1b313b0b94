package dev.migrations.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrations.MigratedSchema;
import dev.migrations.Migrator;
import dev.migrations.SchemaRequest;
import dev.migrations.docs.folder.DocsFile;
import dev.migrations.docs.testing.CompanySchema;
import dev.migrations.docs.testing.Links;
import dev.migrations.migration.MigrationTree;
import dev.migrations.testing.MigrationFiles;
import dev.migrations.testing.PostgresExtension;
import dev.migrations.testing.PostgresServer;
import dev.migrations.testing.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(PostgresExtension.class)
class DatabaseDocsPostgresTest {

    @TempDir
    Path directory;

    @Test
    void tables_may_have_come_in_any_order(TestDatabase one) {
        try (var other = PostgresServer.get().createDatabase()) {
            one.execute(CompanySchema.sql(1).toArray(String[]::new));
            other.execute(CompanySchema.sql(2).toArray(String[]::new));
            MigrationFiles.in(directory.resolve("migrations"));
            assertThat(render(migrator(one).schema(SchemaRequest.LIVE), DocsFormat.MARKDOWN))
                    .isEqualTo(render(migrator(other).schema(SchemaRequest.LIVE), DocsFormat.MARKDOWN));
        }
    }

    @Test
    void everything_that_migrations_make_is_told(TestDatabase database) {
        everything();
        migrator(database).up();
        var files = render(migrator(database).schema(SchemaRequest.LIVE), DocsFormat.ALL);
        Links.assertResolved(files);
        var page = content(files, "schema-public.md");
        assertThat(page)
                .contains("### <a id=\"table.public.events\"></a>events")
                .contains("partition by: `RANGE (day)`")
                .contains(
                        "- [public.events\\_2026 FOR VALUES FROM ('2026-01-01') TO ('2027-01-01')](#table.public.events_2026)")
                .contains("labels: `low, high`")
                .contains("CREATE OR REPLACE FUNCTION public.touch()")
                .contains("**Triggers**")
                .contains("**Policies**")
                .contains("Migration: 001\\_everything.sql, last changed by 002\\_more.sql")
                .doesNotContain("schema\\_migrations");
        assertThat(content(files, "index.html"))
                .contains("data-id=\"table.public.users\"")
                .doesNotContain("data-id=\"table.public.events_2026\"");
    }

    @Test
    void the_files_alone_make_the_same_reference(TestDatabase database) {
        everything();
        var fromFiles = render(migrator(database).schema(SchemaRequest.FILES), DocsFormat.ALL);
        assertThat(database.hasTable("users")).isFalse();
        migrator(database).up();
        assertThat(render(migrator(database).schema(SchemaRequest.LIVE), DocsFormat.ALL))
                .isEqualTo(fromFiles);
    }

    private void everything() {
        MigrationFiles.in(directory.resolve("migrations"))
                .with("001_everything.sql", """
                        create type level as enum ('low', 'high');
                        create domain mail as text check (value like '%@%');
                        create table users (id bigint generated always as identity primary key, email mail unique, level level);
                        comment on table users is 'who may | sign in';
                        create table events (id bigint, day date not null, user_id bigint references users on delete cascade)
                            partition by range (day);
                        create table events_2026 partition of events for values from ('2026-01-01') to ('2027-01-01');
                        create view highest as select id from users where level = 'high';
                        create function touch() returns trigger language plpgsql as $$ begin return new; end $$;
                        create trigger touched before update on users for each row execute function touch();
                        alter table users enable row level security;
                        create policy own on users using (email = current_user);
                        """)
                .with("002_more.sql", "alter table users add name text default 'a|b';");
    }

    private Migrator migrator(TestDatabase database) {
        var folder = MigrationTree.read(
                        "file:" + directory.resolve("migrations"), getClass().getClassLoader())
                .folders()
                .get(0);
        return Migrator.of(folder, database.source()).build();
    }

    private static List<DocsFile> render(MigratedSchema schema, DocsFormat format) {
        return DatabaseDocs.render(Map.of("shop", schema), format);
    }

    private static String content(List<DocsFile> files, String path) {
        return files.stream()
                .filter(file -> file.path().equals(path))
                .map(DocsFile::content)
                .findFirst()
                .orElse("");
    }
}

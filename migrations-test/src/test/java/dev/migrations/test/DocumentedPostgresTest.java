package dev.migrations.test;

import static dev.migrations.test.MigrationAssert.assertThatMigrations;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrations.migration.MigrationTree;
import dev.migrations.test.server.TestServer;
import dev.migrations.test.template.Lifecycle;
import dev.migrations.test.template.TemplateDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What docs/testing.md shows, as tests that run. */
class DocumentedPostgresTest {

    private static final Path PAGE = Path.of("../docs/testing.md");
    private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    @Nested
    class UsersTest {

        @Test
        void a_user_has_the_name_that_was_given(@MigratedDatabase JdbcClient client) {
            client.sql("insert into users (email, name) values ('ann@example.org', 'Ann')")
                    .update();
            assertThat(client.sql("select name from user_names")
                            .query(String.class)
                            .list())
                    .containsExactly("Ann");
        }
    }

    @Nested
    @MigratedDatabase(scripts = "classpath:seeds/users.sql", lifecycle = Lifecycle.PER_CLASS)
    class ReportTest {

        @Test
        void everybody_is_in_the_report(DataSource dataSource) {
            assertThat(JdbcClient.create(dataSource)
                            .sql("select count(*) from users")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(2);
        }
    }

    @Test
    void every_way_down_leads_back() {
        assertThatMigrations("classpath:migrations").roundTrip();
    }

    @Test
    void names_are_filled_from_the_addresses() {
        assertThatMigrations("classpath:migrations")
                .upTo("2")
                .insert("users (email) values ('ann@example.org')")
                .then("3")
                .query("select email, name from users")
                .containsExactly("ann@example.org, ann");
    }

    @Test
    void without_any_framework() throws SQLException {
        var folder = MigrationTree.read("classpath:migrations", getClass().getClassLoader())
                .folders()
                .get(0);
        var template = TemplateDatabase.of(folder, TestServer.find());
        try (var database = template.clone();
                var connection = database.dataSource().getConnection()) {
            assertThat(connection.getCatalog()).isEqualTo(database.name());
        }
    }

    @Test
    void the_page_shows_what_runs() throws IOException {
        var sources = new StringBuilder();
        for (var directory : new String[] {"src/test/java", "../migrations-sample-app/src/test/java"}) {
            try (var files = Files.walk(Path.of(directory))) {
                for (var file : files.filter(Files::isRegularFile).toList()) {
                    sources.append(words(Files.readString(file)));
                }
            }
        }
        var snippets = JAVA.matcher(Files.readString(PAGE))
                .results()
                .map(match -> words(match.group(1)))
                .toList();
        assertThat(snippets).hasSizeGreaterThan(4).allSatisfy(snippet -> assertThat(sources)
                .contains(snippet));
    }

    /** Without what a formatter decides about. */
    private static String words(String java) {
        return java.replaceAll("\\s+", "");
    }
}

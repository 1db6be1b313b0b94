package dev.migrations.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrations.Backfills;
import dev.migrations.backfill.Throttle;
import dev.migrations.backfill.Throttle.DuringVacuum;
import dev.migrations.plan.MigrationTarget;
import dev.migrations.rule.Finding;
import dev.migrations.testing.MigrationFiles;
import dev.migrations.testing.PostgresExtension;
import dev.migrations.testing.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is offered as a file runs as a file: the help of a snippet takes the place of its last file, over tables with rows. */
@ExtendWith(PostgresExtension.class)
class HelpRunsPostgresTest {

    private static final Throttle NEVER_RESTS = new Throttle(null, Duration.ofSeconds(10), 40, DuringVacuum.GO_ON);

    private final MigrationFiles files;

    HelpRunsPostgresTest(@TempDir Path directory) {
        files = MigrationFiles.in(directory);
    }

    /**
     * A snippet and what comes of its help.
     *
     * @param claim  of the snippet, in the rule's {@code bad.sql}
     * @param before makes the tables that its files do not make
     * @param rows   makes the rows
     * @param query  asks what became of them
     */
    private record Case(String rule, String claim, String before, String rows, String query, List<String> answer) {

        Snippet snippet() {
            return Snippet.read(rule, "bad.sql").stream()
                    .filter(snippet -> snippet.claim().equals(claim))
                    .findFirst()
                    .orElseThrow();
        }

        Finding finding() {
            return snippet().findings().stream()
                    .filter(finding -> finding.rule().equals(rule))
                    .findFirst()
                    .orElseThrow();
        }

        @Override
        public String toString() {
            return rule + ", " + claim;
        }
    }

    private static final String USERS = "create table users (id bigint primary key, first text, last text)";
    private static final String TWO_USERS = "insert into users values (1, 'a', 'b'), (2, 'c', 'd')";

    static Stream<Case> cases() {
        return Stream.of(
                new Case(
                        "adding-required-field",
                        "a column",
                        "create table orders (id bigint primary key)",
                        "insert into orders values (1), (2)",
                        "select status is null from orders",
                        List.of("f", "f")),
                new Case(
                        "adding-auto-increment-field",
                        "a serial column",
                        USERS,
                        TWO_USERS,
                        "insert into users (id) values (3) returning number",
                        List.of("3")),
                new Case(
                        "adding-auto-increment-field",
                        "an identity column",
                        "create table app.\"Users\" (id bigint primary key)",
                        "insert into app.\"Users\" values (1), (2)",
                        "insert into app.\"Users\" (id) values (3) returning \"Number\" > 2",
                        List.of("t")),
                new Case(
                        "disallowed-unique-constraint",
                        "a new column that is numbered",
                        USERS,
                        TWO_USERS,
                        "select number from users order by 1",
                        List.of("1", "2")),
                new Case(
                        "prefer-identity",
                        "a column for a table in use",
                        "create table app.orders (id bigint primary key)",
                        "insert into app.orders values (1), (2)",
                        "insert into app.orders (id) values (3) returning number > 2",
                        List.of("t")),
                new Case(
                        "adding-serial-primary-key-field",
                        "a new identity column",
                        "create table users (name text)",
                        "insert into users values ('a'), ('b')",
                        "insert into users (name) values ('c') returning id > 2",
                        List.of("t")),
                new Case(
                        "adding-field-with-default",
                        "a stored generated column",
                        USERS,
                        TWO_USERS,
                        "with added as (insert into users (id, first, last) values (3, 'e', 'f') returning full_name)"
                                + " select full_name from users union all select full_name from added order by 1",
                        List.of("a b", "c d", "e f")),
                new Case(
                        "rewriting-table",
                        "another expression of a column that an earlier file made",
                        "select 1",
                        "insert into app.people (id, first, last) values (1, 'a', 'b')",
                        "update app.people set first = 'x' returning full_name_new",
                        List.of("x b")),
                new Case(
                        "renaming-enum-value",
                        "a value that columns of earlier files have",
                        "select 1",
                        "insert into people values (1, 'sad'), (2, 'ok')",
                        "select mood from people order by number",
                        List.of("blue", "ok")),
                new Case(
                        "ban-recreating-table",
                        "dropped and made anew",
                        "create table app.orders (id bigint generated always as identity primary key, note text)",
                        "insert into app.orders (note) values ('a'), ('b')",
                        "insert into app.orders_new (note) select note from app.orders_new returning note",
                        List.of("a", "b")),
                new Case(
                        "ban-recreating-table",
                        "with other columns and a key of two",
                        "select 1",
                        "insert into orders values (1, 1, 'a'), (1, 2, 'b'), (2, 1, 'c')",
                        "select note || status from orders_new order by tenant, \"No\"",
                        List.of("anew", "bnew", "cnew")));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void the_safe_way_leads_to_the_end(Case one, TestDatabase database) {
        var snippet = one.snippet();
        var server = Integer.parseInt(
                database.query("show server_version_num").get(0).replaceAll("....$", ""));
        Assumptions.assumeTrue(server >= snippet.options().server().major());
        database.execute("create schema app", one.before());
        var earlier = snippet.files().subList(0, snippet.files().size() - 1);
        write(earlier, 0);
        run(database);
        database.execute(one.rows());
        write(one.finding().safeSql(), earlier.size());
        run(database);
        assertThat(files.migrator(database).status().pendingCount()).isZero();
        assertThat(database.query(one.query())).containsExactlyElementsOf(one.answer());
    }

    private void write(List<String> texts, int after) {
        for (var i = 0; i < texts.size(); i++) {
            files.with("00" + (after + i + 1) + "_help.up.sql", texts.get(i));
        }
    }

    /** A backfill that nothing waits for is run by itself. */
    private void run(TestDatabase database) {
        var backfills = Backfills.of(files.migrator(database)).throttle(NEVER_RESTS);
        backfills.migrate(MigrationTarget.up());
        backfills.run();
    }
}

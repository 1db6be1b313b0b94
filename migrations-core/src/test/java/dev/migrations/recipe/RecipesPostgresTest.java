package dev.migrations.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrations.Backfills;
import dev.migrations.MigrationReport;
import dev.migrations.backfill.Throttle;
import dev.migrations.backfill.Throttle.DuringVacuum;
import dev.migrations.lint.LintOptions;
import dev.migrations.lint.Linter;
import dev.migrations.migration.MigrationVersion;
import dev.migrations.plan.MigrationTarget;
import dev.migrations.testing.Background;
import dev.migrations.testing.MigrationFiles;
import dev.migrations.testing.PostgresExtension;
import dev.migrations.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Prints how long the longest read and write took; {@code -Dzero-downtime.rows=2000000} makes the tables as large as those of
 * the figures on the page.
 */
@ExtendWith(PostgresExtension.class)
class RecipesPostgresTest {

    private static final int ROWS = Integer.getInteger("zero-downtime.rows", 5_000);
    private static final MigrationVersion BEGIN = MigrationVersion.parse("1");
    private static final Throttle NEVER_RESTS = new Throttle(null, Duration.ofSeconds(10), 40, DuringVacuum.GO_ON);

    private static final String WAITING = """
            select count(*) from pg_locks l join pg_stat_activity a using (pid)
            where not l.granted and a.datname = current_database()""";

    private final MigrationFiles files;

    RecipesPostgresTest(@TempDir Path directory) {
        files = MigrationFiles.in(directory);
    }

    static List<Recipe> recipes() {
        return Recipe.readAll();
    }

    @ParameterizedTest
    @MethodSource("recipes")
    void no_statement_of_the_application_fails(Recipe recipe, TestDatabase database) {
        begin(recipe, database);
        var stalls = new Stalls();
        var current = Application.start(database, ROWS, recipe.application(), stalls);
        for (var step : recipe.steps().subList(1, recipe.steps().size())) {
            if (step instanceof Recipe.Deploy version) {
                var next = Application.start(database, ROWS, version, stalls);
                next.goOn();
                current.goOn();
                current.close();
                current = next;
            } else if (step instanceof Recipe.Migrate migration) {
                migration.into(files);
                assertThat(run(database, MigrationTarget.up()).heldBack()).isNull();
                current.goOn();
            }
        }
        current.close();
        print(recipe, stalls);
    }

    @ParameterizedTest
    @MethodSource("recipes")
    void it_leads_back_and_forth_with_rows_in_the_tables(Recipe recipe, TestDatabase database) {
        begin(recipe, database);
        write(recipe);
        var versions = files.folder().read().migrations().size();
        for (var time = 0; time < 2; time++) {
            run(database, MigrationTarget.up());
            assertThat(database.query("select count(*) from schema_migrations"))
                    .containsExactly(Integer.toString(versions));
            run(database, MigrationTarget.goTo(BEGIN));
        }
    }

    @ParameterizedTest
    @MethodSource("recipes")
    void lint_has_nothing_against_it(Recipe recipe) {
        recipe.begin().forEach(files::with);
        write(recipe);
        assertThat(Linter.of(LintOptions.DEFAULT).lint(files.folder().read()).findings())
                .isEmpty();
    }

    static List<Recipe> shortCuts() {
        return recipes().stream().filter(recipe -> !recipe.instead().isEmpty()).toList();
    }

    @ParameterizedTest
    @MethodSource("shortCuts")
    void the_short_cut_keeps_the_application_waiting(Recipe recipe, TestDatabase database) throws SQLException {
        begin(recipe, database);
        var stalls = new Stalls();
        var application = Application.start(database, ROWS, recipe.migrated(), stalls);
        application.goOn();
        try (var connection = database.source().connect();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (var sql : recipe.instead()) {
                statement.execute(sql);
            }
            Background.awaitUntil(() -> !database.query(WAITING).equals(List.of("0")));
            connection.commit();
        }
        application.goOn();
        application.end();
        var failed = application.failures().isEmpty() ? "" : "; from then on statements fail";
        System.out.printf("%s, the short cut: %s%s%n", recipe, stalls, failed);
    }

    @Test
    void each_of_them_is_on_the_page() {
        assertThat(recipes()).hasSize(8).allSatisfy(recipe -> assertThat(recipe.steps())
                .hasSizeGreaterThan(1));
    }

    private void begin(Recipe recipe, TestDatabase database) {
        recipe.begin().forEach(files::with);
        run(database, MigrationTarget.up());
        database.execute(
                "insert into customers (name, city) select 'N' || n, 'C' from generate_series(1, " + ROWS + ") n",
                "insert into orders (customer_id) select n from generate_series(1, " + ROWS + ") n",
                "vacuum analyze");
    }

    private void write(Recipe recipe) {
        recipe.steps().stream()
                .filter(Recipe.Migrate.class::isInstance)
                .map(Recipe.Migrate.class::cast)
                .forEach(migration -> migration.into(files));
    }

    private MigrationReport run(TestDatabase database, MigrationTarget target) {
        return Backfills.of(files.migrator(database)).throttle(NEVER_RESTS).migrate(target);
    }

    private static void print(Recipe recipe, Stalls stalls) {
        System.out.printf("%s: %s%n", recipe, stalls);
    }
}

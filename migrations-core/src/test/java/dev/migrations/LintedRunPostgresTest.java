package dev.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrations.lint.LintMode;
import dev.migrations.lint.LintReport;
import dev.migrations.rule.Finding;
import dev.migrations.testing.MigrationFiles;
import dev.migrations.testing.PostgresExtension;
import dev.migrations.testing.TestDatabase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What the rules have against scripts that a run is about to apply. */
@ExtendWith(PostgresExtension.class)
class LintedRunPostgresTest {

    private static final String DANGEROUS = "create index users_email_idx on users (email);";

    @TempDir
    Path directory;

    private final List<LintReport> heard = new ArrayList<>();
    private MigrationFiles files;

    @BeforeEach
    void a_table_in_use(TestDatabase database) {
        files = MigrationFiles.in(directory).with("001_users.up.sql", "create table users (id bigint, email text);");
        migrator(database, LintMode.OFF).up();
        database.execute("insert into users select n, n from generate_series(1, 1000) n", "analyze users");
    }

    @Test
    void a_warning_lets_the_run_pass(TestDatabase database) {
        files.with("002_index.up.sql", DANGEROUS);
        var report = migrator(database, LintMode.WARN).up();
        assertThat(report.success()).isTrue();
        assertThat(heard).singleElement().satisfies(linted -> assertThat(linted.findings())
                .extracting(Finding::rule)
                .containsExactly("require-concurrent-index-creation"));
    }

    @Test
    void an_error_refuses_the_run_before_its_first_change(TestDatabase database) {
        files.with("002_fine.up.sql", "create table orders (id bigint);").with("003_index.up.sql", DANGEROUS);
        assertThatThrownBy(() -> migrator(database, LintMode.FAIL).up())
                .isInstanceOf(LintRefusedException.class)
                .hasMessageContaining("003_index.up.sql:1:1")
                .hasMessageContaining("create index concurrently users_email_idx");
        assertThat(database.hasTable("orders")).isFalse();
    }

    @Test
    void only_what_the_run_applies_is_judged(TestDatabase database) {
        files.with("002_fine.up.sql", "create table orders (id bigint);").with("003_index.up.sql", DANGEROUS);
        assertThat(migrator(database, LintMode.FAIL).up(1).success()).isTrue();
        assertThat(heard).singleElement().satisfies(linted -> assertThat(linted.scripts())
                .isEqualTo(1));
    }

    @Test
    void a_run_with_nothing_to_do_is_not_judged(TestDatabase database) {
        assertThat(migrator(database, LintMode.FAIL).up().success()).isTrue();
        assertThat(heard).isEmpty();
    }

    @Test
    void what_is_pending_can_be_judged_without_a_run(TestDatabase database) {
        files.with("002_index.up.sql", DANGEROUS);
        var report = migrator(database, LintMode.OFF).lintPending(UnaryOperator.identity());
        assertThat(report.scripts()).isEqualTo(1);
        assertThat(report.hasErrors()).isTrue();
    }

    private Migrator migrator(TestDatabase database, LintMode mode) {
        return Migrator.of(files.folder(), database.source())
                .lint(mode)
                .listener(new MigrationListener() {
                    @Override
                    public void linted(String folder, String name, LintReport report) {
                        heard.add(report);
                    }
                })
                .build();
    }
}

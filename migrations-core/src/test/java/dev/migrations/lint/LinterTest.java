package dev.migrations.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrations.lint.LintOptions.Run;
import dev.migrations.migration.MigrationFolder;
import dev.migrations.migration.MigrationTree;
import dev.migrations.rule.Finding;
import dev.migrations.rule.IndexUse;
import dev.migrations.rule.Severity;
import dev.migrations.rule.TableSize;
import dev.migrations.rule.TableSizes;
import dev.migrations.script.QualifiedName;
import dev.migrations.script.ScriptSource;
import dev.migrations.script.SqlScript;
import dev.migrations.testing.MigrationFiles;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinterTest {

    private static final String INDEX = "create index users_email on users (email)";

    @TempDir
    private Path directory;

    @Test
    void a_table_of_an_earlier_file_is_in_use_unless_both_run_together() {
        var scripts = new String[] {"create table users (id bigint, email text)", INDEX};
        assertThat(codes(LintOptions.DEFAULT, scripts)).containsExactly("require-concurrent-index-creation");
        assertThat(codes(LintOptions.DEFAULT.withRun(Run.TOGETHER), scripts)).isEmpty();
    }

    @Test
    void a_table_that_is_applied_already_is_in_use() {
        var folder = folder("", "create table users (id bigint, email text)", INDEX);
        var linter = Linter.of(LintOptions.DEFAULT.withSettings(folder.settings()));
        assertThat(linter.lintPending(folder.read(), script -> true).findings()).isEmpty();
        assertThat(linter.lintPending(folder.read(), script -> script.name().startsWith("2"))
                        .findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.location()).hasToString("2_migration.up.sql:1:1"));
    }

    @Test
    void old_versions_are_read_but_not_judged() {
        var folder = folder(
                "lint: {start-after: 2}",
                INDEX,
                "alter table users add constraint c check (a is not null)",
                "alter table users alter a set not null",
                INDEX);
        var report =
                Linter.of(LintOptions.DEFAULT.withSettings(folder.settings())).lint(folder.read());
        assertThat(report.scripts()).isEqualTo(2);
        assertThat(report.findings())
                .extracting(finding -> finding.location().file())
                .containsExactly("4_migration.up.sql");
    }

    @Test
    void severities_are_those_of_the_folder_and_what_is_off_is_not_asked() {
        var folder = folder(
                "lint: {require-concurrent-index-creation: off, ban-drop-column: info, unused-ignore: error}",
                INDEX + "; alter table users drop column a",
                "-- migrations: lint-ignore=ban-drop-column because x\nselect 1");
        var report =
                Linter.of(LintOptions.DEFAULT.withSettings(folder.settings())).lint(folder.read());
        assertThat(report.findings())
                .extracting(finding -> finding.severity() + " " + finding.rule())
                .containsExactly("INFO ban-drop-column", "ERROR unused-ignore");
        assertThat(report.hasErrors()).isTrue();
    }

    @Test
    void severities_of_the_caller_come_before_those_of_the_folder() {
        var folder = folder("lint: {ban-drop-column: off}", "alter table users drop column a");
        var options = LintOptions.DEFAULT
                .withSettings(folder.settings())
                .withSeverities(Map.of("ban-drop-column", Severity.WARNING));
        assertThat(Linter.of(options).lint(folder.read()).findings())
                .extracting(Finding::severity)
                .containsExactly(Severity.WARNING);
    }

    @Test
    void the_folder_names_the_server() {
        var folder = folder("lint: {pg-version: 18}", "alter table users alter a set not null");
        var report =
                Linter.of(LintOptions.DEFAULT.withSettings(folder.settings())).lint(folder.read());
        assertThat(report.findings().get(0).help()).contains("not null a not valid");
    }

    @Test
    void one_transaction_over_all_pending_scripts_is_one_for_the_rules_too() {
        var scripts = new String[] {
            "alter table users add constraint c check (a > 0) not valid", "alter table users validate constraint c"
        };
        var settings = folder("transaction: all", scripts).settings();
        var together = LintOptions.DEFAULT.withRun(Run.TOGETHER);
        assertThat(codes(together, scripts)).isEmpty();
        assertThat(codes(together.withSettings(settings), scripts)).containsExactly("constraint-missing-not-valid");
        assertThat(codes(LintOptions.DEFAULT.withSettings(settings), scripts)).isEmpty();
    }

    @Test
    void an_empty_table_is_no_danger_and_a_large_one_is() {
        assertThat(severity(new TableSize(0, 0))).isEqualTo(Severity.INFO);
        assertThat(severity(new TableSize(9_000, 1 << 20))).isEqualTo(Severity.INFO);
        assertThat(severity(new TableSize(9_000, 1 << 30))).isEqualTo(Severity.ERROR);
        assertThat(severity(new TableSize(200_000_000, 1L << 40))).isEqualTo(Severity.ERROR);
    }

    @Test
    void an_index_that_is_used_is_not_dropped_without_a_word() {
        assertThat(dropped(0)).isEmpty();
        assertThat(dropped(7)).singleElement().satisfies(finding -> assertThat(finding.message())
                .isEqualTo("users_email was used 7 times: the queries that used it will read all of users"));
    }

    private static List<Finding> dropped(long scans) {
        var sizes = new TableSizes() {
            @Override
            public Optional<TableSize> find(QualifiedName table) {
                return Optional.empty();
            }

            @Override
            public Optional<IndexUse> findIndex(QualifiedName index) {
                return Optional.of(new IndexUse(new QualifiedName(null, "users"), scans));
            }
        };
        return lint(LintOptions.DEFAULT.withSizes(sizes), "drop index concurrently if exists users_email")
                .findings();
    }

    @Test
    void a_backfill_goes_through_the_key_that_the_scripts_name() {
        var report = lint(
                LintOptions.DEFAULT,
                "create table users (number bigint primary key)",
                "alter table users add column token uuid default gen_random_uuid()");
        assertThat(report.findings().get(0).help())
                .contains("-- migrations: backfill table=users key=number batch=1000")
                .contains("where number between :from and :to and token is null;");
    }

    @Test
    void size_makes_no_lost_column_harmless() {
        var options = LintOptions.DEFAULT.withSizes(table -> Optional.of(new TableSize(0, 0)));
        assertThat(lint(options, "alter table users drop column a").findings())
                .extracting(Finding::severity)
                .containsExactly(Severity.ERROR);
    }

    @Test
    void what_follows_a_defect_of_the_text_is_not_judged_and_what_stands_before_it_is() {
        assertThat(codes(LintOptions.DEFAULT, INDEX + ";\nselect 'x;\n" + INDEX))
                .containsExactly("require-concurrent-index-creation", "syntax-error");
    }

    private static Severity severity(TableSize size) {
        var options = LintOptions.DEFAULT.withSizes(table -> Optional.of(size));
        return lint(options, INDEX).findings().get(0).severity();
    }

    private static List<String> codes(LintOptions options, String... scripts) {
        return lint(options, scripts).findings().stream().map(Finding::rule).toList();
    }

    private static LintReport lint(LintOptions options, String... scripts) {
        return Linter.of(options)
                .lint(Arrays.stream(scripts)
                        .map(script -> SqlScript.read(ScriptSource.ofText("a.sql", script)))
                        .toList());
    }

    private MigrationFolder folder(String settings, String... scripts) {
        var files = MigrationFiles.in(directory);
        for (var i = 0; i < scripts.length; i++) {
            files.with((i + 1) + "_migration.up.sql", scripts[i]);
        }
        files.with("migration.yaml", settings);
        return MigrationTree.read("file:" + directory, LinterTest.class.getClassLoader())
                .folders()
                .get(0);
    }
}

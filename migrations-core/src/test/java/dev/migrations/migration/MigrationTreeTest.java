package dev.migrations.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.migrations.drift.NamePattern;
import dev.migrations.migration.MigrationTree.Layout;
import dev.migrations.rule.ServerVersion;
import dev.migrations.rule.Severity;
import dev.migrations.script.SqlScript;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MigrationTreeTest {

    @Test
    void a_root_without_counted_subfolders_is_one_folder() {
        var tree = new Fixture("flat").tree();
        assertThat(tree.name()).isEqualTo("migrations");
        assertThat(tree.layout()).isEqualTo(Layout.FLAT);
        assertThat(tree.warnings()).isEmpty();
        assertThat(tree.folders()).singleElement().satisfies(folder -> {
            assertThat(folder.name()).isEqualTo("migrations");
            assertThat(folder.settings()).isEqualTo(FolderSettings.DEFAULT);
        });
    }

    @Test
    void a_migration_has_an_up_script_and_perhaps_a_down_script() {
        assertThat(new Fixture("flat").onlySet().migrations())
                .extracting(
                        migration -> migration.version().toString(),
                        Migration::description,
                        migration -> migration.up().name(),
                        migration -> migration.down().map(SqlScript::name).orElse("none"))
                .containsExactly(
                        tuple("1", "create_users", "001_create_users.up.sql", "001_create_users.down.sql"),
                        tuple("2", "add_orders", "002_add_orders.sql", "002_add_orders_down.sql"),
                        tuple("10", "seed", "010_seed.sql", "none"));
    }

    @Test
    void versions_of_any_width_compare_as_numbers_and_may_have_gaps() {
        assertThat(new Fixture("gap").onlySet().migrations())
                .extracting(migration -> migration.version().value())
                .containsExactly(1L, 5L, 9L, 20260419123000L);
    }

    @Test
    void repeatables_are_a_kind_of_their_own() {
        var set = new Fixture("repeatables").onlySet();
        assertThat(set.migrations()).hasSize(1);
        assertThat(set.repeatables())
                .extracting(RepeatableMigration::description)
                .containsExactly("functions", "refresh_views");
    }

    @Test
    void relaxed_naming_also_takes_what_golang_migrate_takes() {
        assertThat(new Fixture("relaxed").onlySet().migrations())
                .extracting(
                        Migration::description, migration -> migration.down().isPresent())
                .containsExactly(tuple("Add-Orders v2", true), tuple("plain", false), tuple("", false));
    }

    @Test
    void subfolders_run_in_the_order_of_their_numbers() {
        var tree = new Fixture("several").tree();
        assertThat(tree.layout()).isEqualTo(Layout.TREE);
        assertThat(tree.folders())
                .extracting(MigrationFolder::name)
                .containsExactly("01_main-db", "2_tenant-db", "10_analytics-db");
        assertThat(tree.folders())
                .allSatisfy(folder -> assertThat(folder.read().migrations()).hasSize(1));
    }

    @Test
    void settings_are_what_migration_yaml_says() {
        var folders = new Fixture("several").tree().folders();
        assertThat(folders.get(0).settings().locks().timeout()).isEqualTo(Duration.ofMinutes(1));
        assertThat(folders.get(1).settings())
                .isEqualTo(new FolderSettings(
                        new DatabaseSelector(List.of("db_shared", "tenant_*")),
                        new SchemaTable("ops", "Schema History"),
                        false,
                        "One database for each tenant",
                        false,
                        Naming.RELAXED,
                        OutOfOrder.ALLOW,
                        new LockSettings(Duration.ofMillis(500), null, null),
                        Duration.ZERO,
                        TransactionMode.ALL,
                        new LintSettings(
                                Map.of("syntax-error", Severity.OFF, "ban-drop-column", Severity.WARNING),
                                new MigrationVersion(41),
                                new ServerVersion(16, 2)),
                        new DriftSettings(List.of(new NamePattern("table public.events_*")), false)));
        assertThat(folders.get(2).settings()).isEqualTo(FolderSettings.DEFAULT);
    }

    @Test
    void sql_that_belongs_to_no_folder_is_warned_of_once_for_each_directory() {
        var tree = new Fixture("ignored").tree();
        assertThat(tree.folders())
                .singleElement()
                .satisfies(folder -> assertThat(folder.read().migrations()).hasSize(1));
        assertThat(tree.warnings())
                .containsExactly(
                        "01_main/old is ignored, though SQL files lie in it: a folder's migrations lie directly in it",
                        "02_forgotten is ignored, though SQL files lie in it: "
                                + "a subfolder counts when it holds a migration.yaml (an empty one will do)");
    }

    @Test
    void a_script_with_a_defect_is_in_the_set_for_it_may_never_run() {
        var migration = new Fixture("defect").onlySet().migrations().get(0);
        assertThat(migration.down().orElseThrow().defect()).isNotNull();
    }

    @Test
    void a_script_can_be_opened_again_when_it_runs() throws IOException {
        var script = new Fixture("crlf").onlySet().migrations().get(0).up();
        for (var i = 0; i < 2; i++) {
            try (var in = script.source().open()) {
                assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                        .contains("id int);\r\n");
            }
        }
    }
}

package dev.migrations.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.migrations.script.ScriptSource;
import dev.migrations.script.SqlScript;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MigrationSetTest {

    @Test
    void is_sorted_however_it_was_made() {
        var set = MigrationSet.of(
                List.of(migration(10, "b"), migration(2, "a")), List.of(repeatable("views"), repeatable("functions")));
        assertThat(set.migrations()).extracting(Migration::description).containsExactly("a", "b");
        assertThat(set.repeatables())
                .extracting(RepeatableMigration::description)
                .containsExactly("functions", "views");
        assertThat(set.find(new MigrationVersion(10)))
                .map(Migration::description)
                .contains("b");
        assertThat(set.find(new MigrationVersion(3))).isEmpty();
        assertThat(set.last()).contains(new MigrationVersion(10));
        assertThat(set.next()).isEqualTo(new MigrationVersion(11));
    }

    @Test
    void an_empty_set_starts_with_1() {
        var set = MigrationSet.of(List.of(), List.of());
        assertThat(set.last()).isEmpty();
        assertThat(set.next()).isEqualTo(new MigrationVersion(1));
    }

    @Test
    void nothing_comes_after_eighteen_nines_but_a_gap_below() {
        var set = MigrationSet.of(List.of(migration(MigrationVersion.HIGHEST.value(), "a")), List.of());
        assertThat(set.next()).isEqualTo(new MigrationVersion(999_999_999_999_999_998L));
    }

    @Test
    void refuses_all_conflicts_at_once() {
        assertThatExceptionOfType(MigrationFilesException.class)
                .isThrownBy(() -> MigrationSet.of(
                        List.of(migration(1, "a"), migration(1, "b")), List.of(repeatable("v"), repeatable("v"))))
                .satisfies(e -> assertThat(e.problems())
                        .extracting(problem -> problem.message())
                        .containsExactly(
                                "version 1 is taken twice: by 1_a.up.sql and by 1_b.up.sql",
                                "two repeatables are called v: R_v.sql and R_v.sql"));
    }

    private static Migration migration(long version, String description) {
        var name = version + "_" + description + ".up.sql";
        return new Migration(new MigrationVersion(version), description, script(name), Optional.empty());
    }

    private static RepeatableMigration repeatable(String description) {
        return new RepeatableMigration(description, script("R_" + description + ".sql"));
    }

    private static SqlScript script(String name) {
        return SqlScript.read(ScriptSource.ofText(name, "select 1;"));
    }
}

package dev.migrations.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrations.testing.MigrationFiles;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NextMigrationTest {

    private static final Instant NOW = Instant.parse("2026-11-21T02:03:04Z");

    @TempDir
    Path directory;

    @Test
    void an_empty_folder_begins_with_001() {
        assertThat(next().called("Add orders"))
                .extracting(NewMigration::up, migration -> migration.down().orElseThrow())
                .containsExactly("001_add_orders.up.sql", "001_add_orders.down.sql");
    }

    @Test
    void the_width_and_the_style_are_those_of_the_highest_version() {
        files("000009_a.up.sql", "10_b.sql");
        assertThat(next().called("c")).extracting(NewMigration::up).isEqualTo("11_c.sql");
        assertThat(next().called("c").down()).contains("11_c_down.sql");
    }

    @Test
    void a_description_that_would_look_like_a_down_script_gets_the_long_names() {
        files("001_a.sql");
        assertThat(next().called("scale down").up()).isEqualTo("002_scale_down.up.sql");
    }

    @Test
    void a_folder_of_time_stamps_gets_another_one() {
        files("20260101000000_a.up.sql");
        assertThat(next().called("b").up()).isEqualTo("20261121020304_b.up.sql");
    }

    @Test
    void a_clock_that_runs_behind_does_not_make_a_version_late() {
        files("20270101000000_a.up.sql");
        assertThat(next().called("b").up()).isEqualTo("20270101000001_b.up.sql");
    }

    @Test
    void digits_and_time_stamps_can_be_asked_for() {
        assertThat(next().withDigits(6).called("a").up()).isEqualTo("000001_a.up.sql");
        assertThat(next().withTimestamp(NOW).called("a").up()).isEqualTo("20261121020304_a.up.sql");
        assertThat(next().withoutDown().called("a").down()).isEmpty();
    }

    @Test
    void letters_lose_their_marks_and_the_rest_becomes_underscores() {
        assertThat(next().called("  Größe & Café-Preis! ").up()).isEqualTo("001_gro_e_cafe_preis.up.sql");
        assertThatThrownBy(() -> next().called("«»")).isInstanceOf(IllegalArgumentException.class);
    }

    private void files(String... names) {
        for (var name : names) {
            MigrationFiles.in(directory).with(name, "");
        }
    }

    private NextMigration next() {
        return NextMigration.in(MigrationFiles.in(directory).folder(), NOW);
    }
}

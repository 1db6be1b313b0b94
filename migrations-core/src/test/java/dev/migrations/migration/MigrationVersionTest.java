package dev.migrations.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MigrationVersionTest {

    @Test
    void zeros_in_front_do_not_matter() {
        assertThat(MigrationVersion.parse("004"))
                .isEqualTo(MigrationVersion.parse("4"))
                .hasToString("4");
    }

    @Test
    void versions_compare_as_numbers() {
        assertThat(MigrationVersion.parse("9")).isLessThan(MigrationVersion.parse("010"));
        assertThat(MigrationVersion.parse("999999999999999999"))
                .isGreaterThan(MigrationVersion.parse("20260419123000"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "000", "-1", "+1", "1.2", "1a", " 1", "1234567890123456789", "١"})
    void anything_else_is_refused(String digits) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MigrationVersion.parse(digits))
                .withMessageContaining("a version is");
    }
}

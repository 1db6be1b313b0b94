package dev.migrations.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaTableTest {

    @Test
    void a_part_without_quotes_is_folded_as_in_sql() {
        assertThat(SchemaTable.parse("Ops.Schema_Migrations")).isEqualTo(new SchemaTable("ops", "schema_migrations"));
        assertThat(SchemaTable.parse("Größe")).isEqualTo(new SchemaTable(null, "größe"));
    }

    @Test
    void a_quoted_part_is_taken_as_it_is() {
        assertThat(SchemaTable.parse("\"My Schema\".\"a.\"\"b\"\"\""))
                .isEqualTo(new SchemaTable("My Schema", "a.\"b\""));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            value = {"t", "ops.t", "'\"T\"'", "'\"My Schema\".\"a\"\"b\"'", "'ops.\"a-b\"'"})
    void what_is_written_can_be_read_again(String name) {
        assertThat(SchemaTable.parse(name)).hasToString(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                ".",
                "a.",
                ".a",
                "a.b.c",
                "a-b",
                "1a",
                "\"\"",
                "\"a",
                "a\"b\"",
                "a b",
                "a.b;drop table c"
            })
    void anything_else_is_refused(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SchemaTable.parse(name))
                .withMessageContaining("named as in SQL");
    }

    @Test
    void a_name_has_at_most_63_bytes() {
        assertThat(SchemaTable.parse("t".repeat(63)).table()).hasSize(63);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SchemaTable.parse("ü".repeat(32)))
                .withMessageContaining("has 64");
        assertThatIllegalArgumentException().isThrownBy(() -> SchemaTable.parse('"' + "\"\"".repeat(30_000) + '"'));
    }
}

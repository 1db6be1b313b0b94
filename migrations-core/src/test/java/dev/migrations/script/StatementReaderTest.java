package dev.migrations.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatementReaderTest {

    static List<Path> cases() {
        return Fixtures.folders("splitter");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void a_script_is_cut_as_its_folder_says(Path folder) {
        var expected = new ArrayList<String>();
        var expectedData = new ArrayList<String>();
        for (var i = 1; Files.exists(folder.resolve("%02d.sql".formatted(i))); i++) {
            var text = string(folder.resolve("%02d.sql".formatted(i)));
            expected.add(text.substring(0, text.length() - 1)); // each file ends in a newline of its own
            var data = folder.resolve("%02d.data".formatted(i));
            expectedData.add(Files.exists(data) ? string(data) : "");
        }
        var input = Fixtures.read(folder.resolve("input.sql"));
        for (var atOnce : List.of(1, 7, Integer.MAX_VALUE)) {
            var pieces = Pieces.of(input, atOnce);
            assertThat(pieces.statements()).extracting(SqlStatement::text).containsExactlyElementsOf(expected);
            assertThat(pieces.data()).containsExactlyElementsOf(expectedData);
            assertThat(pieces.joined()).isEqualTo(new String(input, StandardCharsets.UTF_8));
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void one_statement_alone_is_cut_in_the_same_place(Path folder) {
        for (var statement : Pieces.of(Fixtures.read(folder.resolve("input.sql")), Integer.MAX_VALUE)
                .statements()) {
            if (statement.command().kind() != Command.Kind.COPY_FROM_STDIN
                    && !folder.toString().contains("standard_")) {
                var again = Pieces.of(Fixtures.utf8(statement.text()), Integer.MAX_VALUE);
                assertThat(again.statements()).extracting(SqlStatement::text).containsExactly(statement.text());
            }
        }
    }

    @Test
    void a_statement_knows_its_place_in_characters() {
        var statements = Pieces.of(Fixtures.utf8("\uFEFFselect 1;\r\n\tselect 'é😀'; select 2;\n\n  select 3"), 1)
                .statements();

        assertThat(statements)
                .extracting(s -> s.location().toString())
                .containsExactly("script.sql:1:1", "script.sql:2:2", "script.sql:2:15", "script.sql:4:3");
        assertThat(statements).extracting(SqlStatement::index).containsExactly(0, 1, 2, 3);
        assertThat(statements).extracting(SqlStatement::offset).containsExactly(3L, 15L, 32L, 45L);
        assertThat(statements).extracting(SqlStatement::length).containsExactly(8L, 15L, 8L, 8L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"select 'a\\';b'", "select n'\\''"})
    void the_session_may_have_backslash_escapes_from_the_start(String statement) {
        try (var reader = StatementReader.open(Fixtures.text(statement + ";"), StringSyntax.BACKSLASH_ESCAPES)) {
            assertThat(reader.next()).isTrue();
            assertThat(reader.statement().text()).isEqualTo(statement);
            assertThat(reader.next()).isFalse();
        }
    }

    @Test
    void copy_data_that_nobody_reads_is_passed_over() {
        var script = "copy t from stdin;\nselect 1;\n\\.\nselect 2;";
        try (var reader = StatementReader.open(Fixtures.text(script))) {
            reader.next();
            var data = reader.copyData();
            assertThat(reader.next()).isTrue();
            assertThat(reader.statement().text()).isEqualTo("select 2");
            assertThat(reader.statement().location().line()).isEqualTo(4);
            assertThatThrownBy(data::read).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void copy_data_that_is_half_read_is_passed_over() throws IOException {
        var script = "copy t from stdin;\n12345\n\\.\nselect 2;";
        try (var reader = StatementReader.open(Fixtures.text(script))) {
            reader.next();
            assertThat(reader.copyData().readNBytes(3)).isEqualTo(Fixtures.utf8("123"));
            assertThat(reader.next()).isTrue();
            assertThat(reader.statement().text()).isEqualTo("select 2");
        }
    }

    @Test
    void only_a_copy_has_data() {
        try (var reader = StatementReader.open(Fixtures.text("select 1"))) {
            reader.next();
            assertThatThrownBy(reader::copyData)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("no copy data follows SELECT");
        }
    }

    @Test
    void a_file_that_cannot_be_opened_is_named() {
        var source = new ScriptSource() {
            @Override
            public String name() {
                return "001_gone.up.sql";
            }

            @Override
            public InputStream open() throws IOException {
                throw new IOException("no such file");
            }
        };
        assertThatThrownBy(() -> StatementReader.open(source))
                .isInstanceOf(ScriptException.class)
                .hasMessageContaining("001_gone.up.sql cannot be read: no such file");
        assertThatThrownBy(() -> SqlScript.read(source)).isInstanceOf(ScriptException.class);
    }

    private static String string(Path file) {
        return new String(Fixtures.read(file), StandardCharsets.UTF_8);
    }
}

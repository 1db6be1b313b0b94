package dev.migrations.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrations.problem.ExitCode;
import dev.migrations.problem.Problem;
import dev.migrations.testing.Snapshot;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is wrong with a script, word for word; {@code -Dsnapshots=write} writes the messages anew, to be read in the diff. */
class ScriptDefectTest {

    static List<Path> cases() {
        return Fixtures.folders("defects");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void a_defect_is_told_as_in_its_folder(Path folder) {
        var defect = defect(folder, Integer.MAX_VALUE);
        Snapshot.assertMatches(
                "defects/" + folder.getFileName() + "/message.txt", "[" + defect.code() + "]\n" + defect.render());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void a_defect_does_not_depend_on_the_pieces_in_which_the_file_arrives(Path folder) {
        assertThat(defect(folder, 1)).isEqualTo(defect(folder, Integer.MAX_VALUE));
    }

    @Test
    void the_reader_throws_what_the_script_keeps() {
        try (var reader = StatementReader.open(Fixtures.text("select 1; select 'a;"))) {
            assertThat(reader.next()).isTrue();
            assertThatThrownBy(reader::next)
                    .isInstanceOfSatisfying(
                            ScriptException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.REFUSED))
                    .hasMessageStartingWith("script.sql:1:18: the string that starts here is never closed");
        }
    }

    @Test
    void a_quote_left_open_in_front_of_a_large_file_is_a_defect_too() {
        var bytes = new ScriptBytes("a.sql", new Rows("select 'a\n", 1_000_000), null, 1 << 20);
        var scanner = new StatementScanner(bytes, StringSyntax.STANDARD, null);
        assertThatThrownBy(scanner::advance)
                .hasMessageStartingWith("a.sql:1:1: what starts here goes on for more than 1 MB without an end")
                .hasMessageContaining("1 | select 'a");
    }

    private static Problem defect(Path folder, int atOnce) {
        var bytes = Fixtures.read(folder.resolve("input.sql"));
        return Objects.requireNonNull(
                SqlScript.read(Fixtures.bytes("input.sql", bytes, atOnce)).defect());
    }
}

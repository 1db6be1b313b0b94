package dev.migrations.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Counts bytes in memory, not seconds. */
class StreamingTest {

    private static final int WINDOW = 64 * 1024;

    @Test
    void copy_data_of_hundreds_of_megabytes_passes_through_a_small_window() throws IOException {
        var rows = new Rows("-- dump\ncopy t from stdin;\n", 6_000_000, "\\.\nselect 'done';\n");
        assertThat(rows.length()).isGreaterThan(300_000_000);
        var bytes = new ScriptBytes("dump.sql", rows, null);
        var scanner = new StatementScanner(bytes, StringSyntax.STANDARD, null);

        assertThat(scanner.advance()).isTrue();
        var data = Objects.requireNonNull(scanner.copyData());
        var read = 0L;
        var buffer = new byte[8192];
        for (var count = data.read(buffer); count >= 0; count = data.read(buffer)) {
            read += count;
        }
        assertThat(read).isEqualTo(rows.rowBytes());
        assertThat(scanner.advance()).isTrue();
        assertThat(scanner.statement().text()).isEqualTo("select 'done'");
        assertThat(scanner.location().line()).isEqualTo(6_000_004);
        assertThat(bytes.largestWindow()).isEqualTo(WINDOW);
    }

    @Test
    void copy_data_that_nobody_reads_passes_through_a_small_window() {
        var rows = new Rows("copy t from stdin;\n", 500_000, "\\.\nselect 'done';\n");
        var bytes = new ScriptBytes("dump.sql", rows, new LineEndingDigest());
        var scanner = new StatementScanner(bytes, StringSyntax.STANDARD, null);

        assertThat(scanner.advance()).isTrue();
        assertThat(scanner.advance()).isTrue();
        assertThat(scanner.advance()).isFalse();
        assertThat(bytes.largestWindow()).isEqualTo(WINDOW);
    }

    @Test
    void many_statements_and_comments_pass_through_a_small_window() {
        var bytes = bytes("select 1; -- a comment\n\n\n/* another */ insert into t values (1, 'x');\n".repeat(20_000));
        var scanner = new StatementScanner(bytes, StringSyntax.STANDARD, null);
        var count = 0;
        while (scanner.advance()) {
            count++;
        }
        assertThat(count).isEqualTo(40_000);
        assertThat(bytes.largestWindow()).isEqualTo(WINDOW);
    }

    @Test
    void blanks_alone_are_not_kept() {
        var bytes = bytes(" \n".repeat(500_000) + "select 1");
        var scanner = new StatementScanner(bytes, StringSyntax.STANDARD, null);
        assertThat(scanner.advance()).isTrue();
        assertThat(scanner.location().line()).isEqualTo(500_001);
        assertThat(bytes.largestWindow()).isEqualTo(WINDOW);
    }

    @Test
    void the_window_is_as_large_as_the_largest_statement_asks_for() {
        var bytes = bytes("select 1; select '" + "x".repeat(1_000_000) + "'; select 2;");
        var scanner = new StatementScanner(bytes, StringSyntax.STANDARD, null);
        assertThat(scanner.advance()).isTrue();
        assertThat(scanner.advance()).isTrue();
        assertThat(scanner.statement().text()).hasSize(1_000_009);
        assertThat(bytes.largestWindow()).isLessThanOrEqualTo(2 << 20);
    }

    @Test
    void a_small_script_takes_a_small_window() {
        var bytes = bytes("select 1;");
        var scanner = new StatementScanner(bytes, StringSyntax.STANDARD, null);
        assertThat(scanner.advance()).isTrue();
        assertThat(bytes.largestWindow()).isEqualTo(8 * 1024);
    }

    private static ScriptBytes bytes(String script) {
        return new ScriptBytes("script.sql", new ByteArrayInputStream(Fixtures.utf8(script)), null);
    }
}

package dev.migrations.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrations.problem.SourceLocation;
import dev.migrations.script.Segment.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SqlScriptTest {

    @Test
    void statements_share_a_transaction() {
        assertThat(shape("select 1; call p(); do ''; savepoint a; rollback to a; insert into t values (1)"))
                .isEqualTo("T0-6");
    }

    @Test
    void a_statement_that_stands_alone_cuts() {
        assertThat(shape("select 1; select 2; vacuum; select 3; create index concurrently i on t (a); vacuum;"))
                .isEqualTo("T0-2 A2-3 T3-4 A4-5 A5-6");
    }

    @Test
    void a_written_transaction_bounds_a_segment() {
        assertThat(shape(
                        "select 1; begin; select 2; select 3; commit; select 4; start transaction; select 5; end work"))
                .isEqualTo("T0-1 T2-4 T5-6 T7-8");
    }

    @Test
    void an_empty_transaction_is_no_segment() {
        assertThat(shape("begin; commit; begin; end;")).isEmpty();
    }

    @Test
    void a_chain_closes_one_transaction_and_opens_the_next_in_the_same_mode() {
        var script = read("begin read only; select 1; commit and chain; select 2; commit; select 3;");
        assertThat(shape(script)).isEqualTo("T1-2 T3-4 T5-6");
        assertThat(script.segments())
                .extracting(Segment::transactionModes)
                .containsExactly("read only", "read only", "");
    }

    @Test
    void transaction_modes_are_kept_without_comments() {
        var script =
                read("start transaction isolation level /* ; */ serializable , -- x\n read only; select 1; commit;");
        assertThat(script.segments())
                .extracting(Segment::transactionModes)
                .containsExactly("isolation level serializable, read only");
    }

    @Test
    void without_a_transaction_each_statement_is_a_segment() {
        assertThat(shape(
                        "-- migrations: transaction=none\nselect 1; call p(); vacuum; do ''; insert into t values (1)"))
                .isEqualTo("T0-1 A1-2 A2-3 A3-4 T4-5");
    }

    @Test
    void copied_data_belongs_to_its_statement() {
        var a = read("copy t from stdin;\n1\n\\.\nselect 1;");
        var b = read("copy t from stdin;\n2\n\\.\nselect 1;");
        assertThat(shape(a)).isEqualTo("T0-2");
        assertThat(a.segments().get(0).checksum())
                .isNotEqualTo(b.segments().get(0).checksum());
    }

    @Test
    void a_segment_knows_where_it_starts() {
        assertThat(read("-- a\nselect 1;\n  vacuum; select 2").segments())
                .extracting(s -> s.location().toString())
                .containsExactly("script.sql:2:1", "script.sql:3:3", "script.sql:3:11");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select 1;select 2",
                "-- a comment\nselect 1 ; /* another */ select 2;;",
                "\uFEFF\\restrict x\nselect 1;\r\nselect 2;\n"
            })
    void comments_between_statements_do_not_change_a_segment(String script) {
        assertThat(read(script).segments().get(0).checksum())
                .isEqualTo(read("select 1;\nselect 2;\n").segments().get(0).checksum());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"select 1; select 3", "select 1; select  2", "select 2; select 1", "select 1", "select 1\\; 2"})
    void another_statement_changes_its_segment(String script) {
        assertThat(read(script).segments().stream().map(Segment::checksum))
                .doesNotContain(read("select 1; select 2").segments().get(0).checksum());
    }

    @Test
    void line_endings_and_byte_order_marks_do_not_change_a_checksum() {
        var unix = "select 'a\nb';\n\ncopy t from stdin;\n1\n\\.\n";
        var windows = "\uFEFF" + unix.replace("\n", "\r\n");
        for (var atOnce : List.of(1, 2, 3, 1000)) {
            var read = SqlScript.read(Fixtures.bytes("a.sql", Fixtures.utf8(windows), atOnce));
            assertThat(read.checksum()).isEqualTo(read(unix).checksum());
            assertThat(read.segments().get(0).checksum())
                    .isEqualTo(read(unix).segments().get(0).checksum());
        }
        assertThat(read("select\r1").checksum()).isNotEqualTo(read("select\n1").checksum());
    }

    @Test
    void the_checksum_is_the_sha256_of_the_file() {
        // printf 'select 1;\n' | sha256sum
        assertThat(read("select 1;\r\n").checksum())
                .isEqualTo("4a45092ccf992ea92250053a80b931b787924ba61648f420555511b84f10ab6c");
    }

    @Test
    void a_defect_does_not_change_the_checksum() {
        var tail = "-- more\n".repeat(20_000);
        var broken = read("commit;\n" + tail);
        var sound = read("select;\n" + tail);
        assertThat(broken.defect()).isNotNull();
        assertThat(broken.segments()).isEmpty();
        assertThat(broken.checksum())
                .isEqualTo(SqlScript.read(Fixtures.bytes("b.sql", Fixtures.utf8("commit;\n" + tail), 999))
                        .checksum())
                .isNotEqualTo(sound.checksum());
    }

    @Test
    void the_first_defect_is_told() {
        assertThat(Objects.requireNonNull(read("select 1; commit; select 'a").defect())
                        .code())
                .isEqualTo("commit-without-begin");
        assertThat(Objects.requireNonNull(read("select 'a; commit;").defect()).code())
                .isEqualTo("unterminated-string");
    }

    @Test
    void a_script_without_statements_has_no_segments() {
        assertThat(read("").segments()).isEmpty();
        assertThat(read("-- nothing\n;").defect()).isNull();
    }

    @Test
    void the_head_says_how_a_script_runs() {
        var directives = read("""
                        -- what this is
                        --migrations:transaction=none
                        /* more */
                          -- migrations: lock-timeout=500ms  lint-ignore=a-b,c1
                        -- migrations: statement-timeout=0 lock-retry-budget=1h run=always lint-ignore=d because it is = safe

                        select 1; -- the end
                        """).directives();
        assertThat(directives)
                .isEqualTo(new ScriptDirectives(
                        true,
                        true,
                        Duration.ofMillis(500),
                        Duration.ofHours(1),
                        Duration.ZERO,
                        List.of(
                                ignore("a-b", null, 4, 50, 106),
                                ignore("c1", null, 4, 54, 110),
                                ignore("d", "it is = safe", 5, 80, 192)),
                        null,
                        List.of()));
    }

    private static LintIgnore ignore(String code, @Nullable String reason, int line, int column, long offset) {
        return new LintIgnore(
                code, reason, new SourceLocation("script.sql", line, column), offset, LintIgnore.Scope.SCRIPT);
    }

    @ParameterizedTest
    @CsvSource({"5s, PT5S", "500ms, PT0.5S", "2min, PT2M", "3h, PT3H", "1d, PT24H", "2000us, PT0.002S", "0, PT0S"})
    void a_duration_is_written_as_in_postgresql(String written, Duration duration) {
        assertThat(read("-- migrations: lock-timeout=" + written).directives().lockTimeout())
                .isEqualTo(duration);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-- a word about migrations: transaction=none",
                "/* migrations: transaction=none */",
                "-- Migrations: transaction=none",
                "-- migrations:",
                "select '\n-- migrations: transaction=none\n'"
            })
    void only_a_comment_that_begins_with_the_word_is_a_directive(String script) {
        assertThat(read(script).defect()).isNull();
        assertThat(read(script).directives()).isEqualTo(ScriptDirectives.NONE);
    }

    @Test
    void ten_thousand_small_scripts_are_cheap() {
        var source = Fixtures.text("-- a\ncreate table t (id bigint primary key);\ncreate index on t (id);\n");
        for (var i = 0; i < 10_000; i++) {
            assertThat(SqlScript.read(source).segments()).hasSize(1);
        }
    }

    /** {@code T0-2 A2-3}: transactional, then alone, with the numbers of their statements. */
    private static String shape(String script) {
        return shape(read(script));
    }

    private static String shape(SqlScript script) {
        assertThat(script.defect()).isNull();
        return script.segments().stream()
                .map(s -> (s.kind() == Kind.TRANSACTIONAL ? "T" : "A") + s.firstStatement() + "-" + s.endStatement())
                .collect(Collectors.joining(" "));
    }

    private static SqlScript read(String script) {
        return SqlScript.read(Fixtures.text(script));
    }

    @Test
    void a_local_setting_of_strings_ends_with_its_transaction() {
        var script = SqlScript.read(ScriptSource.ofText("a.sql", """
                begin;
                set local standard_conforming_strings = off;
                select 'a\\'b';
                commit;
                select 'c\\';
                """));
        assertThat(script.defect()).isNull();
        assertThat(script.segments()).hasSize(2);
    }
}

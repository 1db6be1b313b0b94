package dev.migrations.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What holds for every script, tried on many that were put together at random; the seed is fixed, so a failure comes again. */
class SplitterPropertyTest {

    private static final List<String> STATEMENTS = List.of(
            "select 1",
            "select 'it''s; (', \"a;\"\"b(\", /* ; ' */ 2 -- ; '(\n, 3",
            "select E'a\\';' -- ;\n 'b\\'' 'c;'",
            "select U&'\\0061;', u&\"x;\", B'01', x'FF', N'n;', date'2026-11-21'",
            "do $$ begin; '( end; $$",
            "do $größe$ $a$ ; $$ ' $größe$",
            "select a$b$c, $1, x.\"y;\" from a$b",
            "create rule r as on insert to t do also (insert into a values (';'); delete from b;)",
            "create function f(a int) returns int begin atomic select case when a > 0 then 1 end; select t.end; end",
            "create or replace procedure p() begin atomic insert into t values (1); end",
            "insert into t values\n (1, '日本;'),\n (2, E'\\\\'),\n (-3, $x$;$x$), (a*/* ; */b, a- -b)",
            "create index concurrently i on t (a)",
            "vacuum (full)",
            "begin",
            "commit",
            "😀",
            "update t set a = a||';' where b @>'{}' and c/2 = 1");
    private static final List<String> GAPS = List.of(
            "",
            "",
            " ",
            "\n",
            "\t\n\n ",
            " -- a comment; it's (\n",
            "/* ; ' /* $$ */ \" ( */",
            "--\n",
            "\n-- größe 😀;\n",
            ";",
            " ; ;\n");
    private static final List<String> DATA =
            List.of("", "1\ta;'\n", "\\N\n\\\\.\n", "$$ /* (\n\\.x\n -- \n", "größe 😀\n\n");
    private static final String SOUP = "''''\"\"$$$aaEeUu&&bxnN--//**(());;\n\n\r\t \\1.9+:é@";

    @Test
    void every_script_falls_into_the_pieces_that_it_was_made_of() {
        for (var seed = 0; seed < 1_500; seed++) {
            var script = Script.random(new Random(seed));
            for (var atOnce : List.of(1, 1 + seed % 90, Integer.MAX_VALUE)) {
                var pieces = Pieces.of(script.file(), atOnce);
                assertThat(pieces.statements())
                        .as("seed %d", seed)
                        .extracting(SqlStatement::text)
                        .containsExactlyElementsOf(script.statements);
                assertThat(pieces.data()).as("seed %d", seed).containsExactlyElementsOf(script.data);
                assertThat(pieces.joined()).as("seed %d", seed).isEqualTo(script.text.toString());
                assertThat(pieces.gaps()).as("seed %d", seed).allMatch(SplitterPropertyTest::holdsNoToken);
            }
        }
    }

    @Test
    void a_script_that_is_cut_off_anywhere_is_read_or_refused_with_a_reason() {
        for (var seed = 0; seed < 60; seed++) {
            var file = Script.random(new Random(seed)).file();
            for (var length = 0; length <= file.length; length++) {
                var source = Fixtures.bytes("cut.sql", Arrays.copyOf(file, length), Integer.MAX_VALUE);
                var read = SqlScript.read(source);
                assertThat(read.checksum()).hasSize(64);
                var refused = statementsOrReason(source);
                if (read.defect() == null) {
                    assertThat(refused).as("seed %d, length %d", seed, length).doesNotStartWith("refused");
                }
            }
        }
    }

    /** The short way through a statement must see what the long way sees, even in text that is no SQL at all. */
    @Test
    void the_short_way_stops_at_the_same_tokens() {
        for (var seed = 0; seed < 60_000; seed++) {
            var soup = soup(new Random(seed), 1 + seed % 40);
            for (var syntax : StringSyntax.values()) {
                assertThat(shortWay(soup, syntax)).as("%s", soup).isEqualTo(longWay(soup, syntax));
            }
        }
    }

    @Test
    void the_size_of_the_pieces_in_which_a_file_arrives_does_not_matter_even_in_nonsense() {
        for (var seed = 0; seed < 4_000; seed++) {
            var soup = Fixtures.utf8(soup(new Random(seed), 60));
            var whole = statementsOrReason(Fixtures.bytes("soup.sql", soup, Integer.MAX_VALUE));
            assertThat(statementsOrReason(Fixtures.bytes("soup.sql", soup, 1))).isEqualTo(whole);
        }
    }

    @Test
    void a_statement_that_crosses_the_window_is_the_same() {
        for (var blanks = 8_100; blanks < 8_200; blanks++) {
            var statement = STATEMENTS.stream().collect(Collectors.joining(";\n"));
            var pieces =
                    Pieces.of(Fixtures.utf8("/*" + "x".repeat(blanks) + "*/" + statement + ";"), Integer.MAX_VALUE);
            assertThat(pieces.statements()).extracting(SqlStatement::text).containsExactlyElementsOf(STATEMENTS);
        }
    }

    private static boolean holdsNoToken(String gap) {
        var lexer = SqlLexer.of(gap);
        for (var kind = lexer.next(); kind != TokenKind.END; kind = lexer.next()) {
            if (kind == TokenKind.BACKSLASH) {
                return gap.contains("\\.") || gap.contains("restrict"); // the end of data, or pg_dump's lines
            }
            if (kind != TokenKind.SEMICOLON) {
                return false;
            }
        }
        return true;
    }

    private static String statementsOrReason(ScriptSource source) {
        var statements = new StringBuilder();
        try (var reader = StatementReader.open(source)) {
            while (reader.next()) {
                statements.append(reader.statement()).append('\n');
            }
            return statements.toString();
        } catch (ScriptException e) {
            return "refused: " + statements + e.getMessage();
        }
    }

    private static String soup(Random random, int length) {
        var soup = new StringBuilder();
        for (var i = 0; i < length; i++) {
            soup.append(SOUP.charAt(random.nextInt(SOUP.length())));
        }
        return soup.toString();
    }

    private static String longWay(String text, StringSyntax syntax) {
        var lexer = lexer(text, syntax);
        var seen = new StringBuilder();
        var end = 0L;
        try {
            while (true) {
                var kind = lexer.next();
                if (isStructural(kind)) {
                    seen.append(kind)
                            .append(lexer.start())
                            .append(" behind ")
                            .append(end)
                            .append('\n');
                }
                if (kind == TokenKind.END) {
                    return seen.toString();
                }
                end = lexer.end();
            }
        } catch (ScriptException e) {
            return seen + e.getMessage();
        }
    }

    private static String shortWay(String text, StringSyntax syntax) {
        var lexer = lexer(text, syntax);
        var seen = new StringBuilder();
        try {
            while (true) {
                var kind = lexer.nextStructural();
                if (isStructural(kind)) {
                    seen.append(kind).append(lexer.start());
                    seen.append(" behind ").append(lexer.behindTokens()).append('\n');
                }
                if (kind == TokenKind.END) {
                    return seen.toString();
                }
            }
        } catch (ScriptException e) {
            return seen + e.getMessage();
        }
    }

    private static boolean isStructural(TokenKind kind) {
        return switch (kind) {
            case LEFT_PARENTHESIS, RIGHT_PARENTHESIS, SEMICOLON, BACKSLASH, END -> true;
            default -> false;
        };
    }

    private static SqlLexer lexer(String text, StringSyntax syntax) {
        var lexer = new SqlLexer(new ScriptBytes("soup", new ByteArrayInputStream(Fixtures.utf8(text)), null), null);
        lexer.hold();
        lexer.plainStrings(syntax);
        return lexer;
    }

    /** A script and what it must fall into. */
    private static final class Script {
        final StringBuilder text = new StringBuilder();
        final List<String> statements = new ArrayList<>();
        final List<String> data = new ArrayList<>();
        private final Random random;
        private final String newline;

        private Script(Random random) {
            this.random = random;
            this.newline = random.nextInt(4) == 0 ? "\r\n" : "\n";
        }

        static Script random(Random random) {
            var script = new Script(random);
            if (random.nextInt(5) == 0) {
                script.text.append('\uFEFF');
            }
            var count = random.nextInt(8);
            for (var i = 0; i < count; i++) {
                script.add();
            }
            script.gap();
            return script;
        }

        byte[] file() {
            return text.toString().getBytes(StandardCharsets.UTF_8);
        }

        private void add() {
            gap();
            switch (random.nextInt(8)) {
                case 0 -> copy();
                case 1 -> backslashEscapes();
                case 2 -> text.append("\\restrict it's (").append(newline);
                default -> statement(pick(STATEMENTS));
            }
        }

        private void statement(String statement) {
            var written = statement.replace("\n", newline);
            statements.add(written);
            data.add("");
            text.append(written)
                    .append(pick(List.of("", "", " ", "\n", "/* ; */", " -- ;\n")))
                    .append(';');
        }

        private void backslashEscapes() {
            statement("set standard_conforming_strings to off");
            statement("select 'a\\';'\n'b\\\\', \"\\\"");
            statement("reset standard_conforming_strings");
        }

        private void copy() {
            statement("copy t (a, b) from stdin" + pick(List.of("", " with (format csv)")));
            var rows = pick(DATA);
            data.set(data.size() - 1, rows);
            text.append(pick(List.of("", " ", " -- rows; it's (", "/* ' */ "))).append(newline);
            text.append(rows.replace("\n", newline)).append("\\.").append(newline);
        }

        private void gap() {
            text.append(pick(GAPS).replace("\n", newline));
        }

        private String pick(List<String> choices) {
            return choices.get(random.nextInt(choices.size()));
        }
    }
}

package dev.migrations.ddl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.migrations.problem.SourceLocation;
import dev.migrations.script.ScriptException;
import dev.migrations.script.ScriptSource;
import dev.migrations.script.SqlStatement;
import dev.migrations.script.StatementReader;
import dev.migrations.testing.Snapshot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DdlStatementTest {

    private static final Path STATEMENTS = Path.of("src/test/resources/ddl/statements.sql");
    private static final List<String> SOUP = List.of(
            ("alter table add column drop constraint not null check ( ) [ ] , . :: = * ; $$ 'x' \"y\" 5 + default unique primary"
                            + " key references on delete set using index concurrently if exists create type as enum domain view do begin"
                            + " end execute then case when else loop for in update delete from where vacuum full reindex with select into"
                            + " partition of values attach detach valid validate to rename value before cascade only lock mode set local")
                    .split(" ", -1));

    @Test
    void statements_are_read_into_what_they_do() {
        var read = statements().stream()
                .map(statement -> statement.text() + "\n  " + DdlStatement.of(statement))
                .collect(Collectors.joining("\n\n"));
        Snapshot.assertMatches("ddl/statements.txt", read);
    }

    @Test
    void what_is_not_known_is_not_guessed() {
        assertThat(((AlterTable) read("alter table t add")).actions())
                .singleElement()
                .isInstanceOf(TableAction.NotUnderstood.class);
        assertThat(read("create index")).isInstanceOf(DdlStatement.NotUnderstood.class);
        assertThat(read("create index i on t")).isInstanceOf(DdlStatement.NotUnderstood.class);
        assertThat(read("drop table a,")).isInstanceOf(DdlStatement.NotUnderstood.class);
        assertThat(read("alter type t add value")).isInstanceOf(DdlStatement.NotUnderstood.class);
    }

    @Test
    void a_query_into_a_variable_makes_no_table() {
        var block = (DdlStatement.DoBlock)
                read("do $$ begin select 1 into x; with q as (select 1) select * into x from q; end $$");
        assertThat(block.statements()).hasOnlyElementsOfType(DdlStatement.Other.class);
    }

    @Test
    void places_are_those_of_the_file() {
        var script = "select 1;\n\nalter table größe\n  add a int, -- ä\n  drop b;";
        var alter = (AlterTable) DdlStatement.of(statements(script).get(1));
        assertThat(alter.place().location()).hasToString("script.sql:3:1");
        assertThat(alter.actions())
                .extracting(action -> action.place().location().toString())
                .containsExactly("script.sql:4:3", "script.sql:5:3");
        assertThat(alter.actions().get(1).place().offset())
                .isEqualTo(script.getBytes(StandardCharsets.UTF_8).length - "drop b;".length());
    }

    @Test
    void places_inside_a_body_are_those_of_the_file() {
        var block = (DdlStatement.DoBlock) read("do $ä$\nbegin\n  execute 'drop table t';\nend $ä$");
        assertThat(block.statements().get(0).place().location()).hasToString("script.sql:3:12");
        assertThat(block.statements().get(0).place().offset()).isEqualTo("do $ä$\nbegin\n  execute '".length() + 1L);
    }

    @Test
    void nothing_that_is_cut_off_throws() {
        for (var statement : statements()) {
            var text = statement.text();
            for (var end = 0; end <= text.length(); end++) {
                readsQuietly(text.substring(0, end));
            }
        }
    }

    @Test
    void nothing_that_is_mixed_up_throws() {
        var random = new Random(4);
        var words = statements().stream()
                .map(statement -> statement.text().split("\\s+", -1))
                .toList();
        for (var round = 0; round < 20_000; round++) {
            var one = words.get(random.nextInt(words.size()));
            var changed = new ArrayList<>(List.of(one));
            for (var change = random.nextInt(3); change >= 0; change--) {
                var at = random.nextInt(changed.size());
                switch (random.nextInt(3)) {
                    case 0 -> changed.set(at, SOUP.get(random.nextInt(SOUP.size())));
                    case 1 -> changed.add(at, SOUP.get(random.nextInt(SOUP.size())));
                    default -> {
                        if (changed.size() > 1) {
                            changed.remove(at);
                        }
                    }
                }
            }
            readsQuietly(String.join(" ", changed));
        }
    }

    @Test
    void no_soup_of_tokens_throws() {
        var random = new Random(5);
        for (var round = 0; round < 20_000; round++) {
            var soup = IntStream.range(0, 1 + random.nextInt(25))
                    .mapToObj(i -> SOUP.get(random.nextInt(SOUP.size())))
                    .collect(Collectors.joining(" "));
            readsQuietly(soup);
            readsQuietly("alter table t " + soup);
            readsQuietly("do $body$ begin " + soup + "; end $body$");
        }
    }

    @Test
    void no_depth_overflows() {
        var deep = "(".repeat(20_000) + ")".repeat(20_000);
        readsQuietly("alter table t add check " + deep);
        readsQuietly("alter table t add a int default " + deep);
        readsQuietly("do $$ begin " + "begin ".repeat(20_000) + " end $$");
        var nested = new StringBuilder("drop table t");
        for (var i = 0; i < 200; i++) {
            nested.insert(0, "do $a" + i + "$ begin ")
                    .append("; end $a")
                    .append(i)
                    .append('$');
        }
        readsQuietly(nested.toString());
    }

    private static void readsQuietly(String text) {
        assertThatCode(() -> read(text)).as(text).doesNotThrowAnyException();
    }

    private static DdlStatement read(String text) {
        var location = new SourceLocation("script.sql", 1, 1);
        return DdlReader.read(text, new Place(location, 0));
    }

    private static List<SqlStatement> statements() {
        try {
            return statements(Files.readString(STATEMENTS));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<SqlStatement> statements(String script) {
        var statements = new ArrayList<SqlStatement>();
        try (var reader = StatementReader.open(ScriptSource.ofText("script.sql", script))) {
            while (reader.next()) {
                statements.add(reader.statement());
            }
        } catch (ScriptException e) {
            throw new AssertionError(e);
        }
        return statements;
    }
}

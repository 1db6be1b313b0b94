package dev.migrations.lint;

import static org.assertj.core.api.Assertions.assertThatCode;

import dev.migrations.rule.LintRule;
import dev.migrations.rule.LintRules;
import dev.migrations.rule.ServerVersion;
import dev.migrations.script.ScriptSource;
import dev.migrations.script.StatementReader;
import dev.migrations.testing.PostgresExtension;
import dev.migrations.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** PostgreSQL itself parses the SQL that is offered: PL/pgSQL checks the grammar of every statement in a body, and runs none. */
@ExtendWith(PostgresExtension.class)
class HelpPostgresTest {

    @Test
    void the_safe_way_is_sql(TestDatabase database) {
        var server =
                ServerVersion.parse(database.query("show server_version").get(0).replaceAll("\\D.*", ""));
        for (var rule : LintRules.all().stream().map(LintRule::code).toList()) {
            for (var snippet : Snippet.read(rule, "bad.sql")) {
                if (server.isAtLeast(snippet.options().server().major())) {
                    snippet.findings().stream()
                            .flatMap(finding -> finding.safeSql().stream())
                            .forEach(sql -> assertThatCode(() -> database.execute(block(sql)))
                                    .as("%s, %s", rule, snippet.claim())
                                    .doesNotThrowAnyException());
                }
            }
        }
    }

    private static String block(String sql) {
        return statements(sql).stream()
                .collect(Collectors.joining(";\n", "do $help$\nbegin\nreturn;\n", ";\nend $help$"));
    }

    /** A backfill's range is filled in when it runs. */
    private static List<String> statements(String sql) {
        var statements = new ArrayList<String>();
        try (var reader = StatementReader.open(ScriptSource.ofText("help.sql", sql))) {
            while (reader.next()) {
                statements.add(reader.statement().text().replace(":from", "1").replace(":to", "2"));
            }
        }
        return statements;
    }
}

package dev.migrations.lint;

import dev.migrations.ddl.DdlStatement;
import dev.migrations.ddl.OverlongName;
import dev.migrations.problem.Excerpt;
import dev.migrations.problem.Problem;
import dev.migrations.rule.Finding;
import dev.migrations.rule.IgnoredFinding;
import dev.migrations.rule.LintRules;
import dev.migrations.rule.NextVersions;
import dev.migrations.rule.Surroundings;
import dev.migrations.script.ScriptException;
import dev.migrations.script.SqlScript;
import dev.migrations.script.StatementReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One pass over one script. */
final class ScriptJudging {

    private final SqlScript script;
    private final LintOptions options;
    private final SchemaSoFar schema;
    private final ScriptTransactions transactions;
    private final SettingsSoFar settings;
    private final Weighing weighing;
    private final Ignores ignores;
    private final List<Finding> ofStatement = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final NextVersions versions;
    private int statements;

    ScriptJudging(
            SqlScript script,
            LintOptions options,
            SchemaSoFar schema,
            ScriptTransactions transactions,
            NextVersions versions) {
        this.script = script;
        this.options = options;
        this.schema = schema;
        this.transactions = transactions;
        this.versions = versions;
        this.settings = SettingsSoFar.of(script, options);
        this.weighing = new Weighing(options);
        this.ignores = new Ignores(script, weighing);
    }

    /** Reads the script; what its statements do is known to the schema afterwards. */
    List<Finding> findings() {
        try (var reader = StatementReader.open(script.source())) {
            while (reader.next()) {
                var statement = reader.statement();
                if (transactions.enter(statement)) {
                    settings.endTransaction();
                    schema.endTransaction();
                }
                judge(DdlStatement.of(statement), OverlongName.find(statement));
                findings.addAll(ignores.filter(statement, ofStatement));
                ofStatement.clear();
            }
            addDefect(script.defect());
        } catch (ScriptException e) {
            if (e.isUnreadable()) {
                throw e;
            }
            addDefect(e.defect());
        }
        ignores.findings().forEach(finding -> findings.add(withLine(finding)));
        findings.sort(
                Comparator.comparingInt((Finding finding) -> finding.location().line())
                        .thenComparingInt(finding -> finding.location().column()));
        return findings;
    }

    List<IgnoredFinding> ignored() {
        return ignores.ignored();
    }

    int statements() {
        return statements;
    }

    private void judge(DdlStatement statement, List<OverlongName> overlong) {
        statements++;
        ask(statement, overlong);
        if (statement instanceof DdlStatement.DoBlock block) {
            block.statements().forEach(inner -> judge(inner, List.of())); // the block's names are theirs
        }
    }

    private void ask(DdlStatement statement, List<OverlongName> overlong) {
        var around = new Surroundings(
                options.server(),
                options.runner(),
                transactions.current(),
                settings.timeouts(),
                schema,
                overlong,
                versions);
        for (var rule : weighing.rules()) {
            rule.check(statement, around).forEach(this::add);
        }
        settings.apply(statement);
        transactions.add(statement);
        schema.apply(statement);
    }

    private void add(Finding finding) {
        ofStatement.add(withLine(weighing.weigh(finding, schema)));
    }

    private Finding withLine(Finding finding) {
        var place = finding.location();
        return script.findLine(place.line())
                .map(line -> finding.showing(new Excerpt(place.line(), place.column(), line)))
                .orElse(finding);
    }

    /** What the rules say of a line is said better. */
    private void addDefect(@Nullable Problem defect) {
        var place = defect == null ? null : defect.location();
        if (defect == null
                || place == null
                || findings.stream().anyMatch(finding -> finding.location().line() == place.line())) {
            return;
        }
        weighing.weigh(LintRules.SYNTAX_ERROR.of(defect, place)).forEach(findings::add);
    }
}

package dev.migrations.lint;

import dev.migrations.lint.LintOptions.Run;
import dev.migrations.migration.Migration;
import dev.migrations.migration.MigrationSet;
import dev.migrations.migration.RepeatableMigration;
import dev.migrations.rule.Finding;
import dev.migrations.script.SqlScript;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Asks every rule about every statement of some scripts.
 *
 * <ol>
 *   <li>Scripts are read in the order in which they run, each statement with what is known of those before it.
 *   <li>Scripts that are not judged are read too: they say what there is.
 *   <li>What a script tells the linter to ignore is left out, as long as there is something to ignore.
 * </ol>
 */
public final class Linter {

    private final LintOptions options;

    private Linter(LintOptions options) {
        this.options = options;
    }

    /** A linter; nothing is read yet. */
    public static Linter of(LintOptions options) {
        return new Linter(options);
    }

    /**
     * Judges scripts, in the order in which they are given.
     *
     * @throws dev.migrations.script.ScriptException if a file cannot be read; what is wrong with its text is a finding
     */
    public LintReport lint(List<SqlScript> scripts) {
        return lint(scripts, script -> true);
    }

    /**
     * Judges the up scripts and repeatables of a folder.
     *
     * @throws dev.migrations.script.ScriptException if a file cannot be read; what is wrong with its text is a finding
     */
    public LintReport lint(MigrationSet set) {
        return lint(scripts(set), script -> true);
    }

    /**
     * Judges those scripts of a folder that are pending; the others say what there is.
     *
     * @throws dev.migrations.script.ScriptException if a file cannot be read; what is wrong with its text is a finding
     */
    public LintReport lintPending(MigrationSet set, Predicate<SqlScript> pending) {
        return new Linter(options.withRun(Run.TOGETHER)).lint(scripts(set), pending);
    }

    private LintReport lint(List<SqlScript> scripts, Predicate<SqlScript> judged) {
        var schema = new SchemaSoFar(options.sizes());
        var findings = new ArrayList<Finding>();
        var count = 0;
        var statements = 0;
        for (var script : scripts) {
            if (judged.test(script)) {
                var judging = new ScriptJudging(script, options, schema);
                findings.addAll(judging.findings());
                statements += judging.statements();
                count++;
            } else {
                new ScriptJudging(script, options, schema).findings();
                schema.endRun();
            }
            if (options.run() == Run.EACH_SCRIPT) {
                schema.endRun();
            }
        }
        return new LintReport(findings, count, statements);
    }

    private static List<SqlScript> scripts(MigrationSet set) {
        var scripts = new ArrayList<SqlScript>();
        set.migrations().stream().map(Migration::up).forEach(scripts::add);
        set.repeatables().stream().map(RepeatableMigration::script).forEach(scripts::add);
        return scripts;
    }
}

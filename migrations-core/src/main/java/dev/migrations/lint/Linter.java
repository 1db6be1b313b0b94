package dev.migrations.lint;

import dev.migrations.lint.LintOptions.Run;
import dev.migrations.migration.Migration;
import dev.migrations.migration.MigrationSet;
import dev.migrations.migration.RepeatableMigration;
import dev.migrations.rule.Finding;
import dev.migrations.rule.IgnoredFinding;
import dev.migrations.script.SqlScript;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

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
     * Judges the up scripts and repeatables of a folder that are newer than its {@code start-after}.
     *
     * @throws dev.migrations.script.ScriptException if a file cannot be read; what is wrong with its text is a finding
     */
    public LintReport lint(MigrationSet set) {
        return lint(scripts(set), isNewEnough(set));
    }

    /**
     * Judges those up scripts and repeatables of a folder that are pending and newer than its {@code start-after}, as one run;
     * the others say what there is.
     *
     * @throws dev.migrations.script.ScriptException if a file cannot be read; what is wrong with its text is a finding
     */
    public LintReport lintPending(MigrationSet set, Predicate<SqlScript> pending) {
        return new Linter(options.withRun(Run.TOGETHER)).lint(scripts(set), pending.and(isNewEnough(set)));
    }

    private LintReport lint(List<SqlScript> scripts, Predicate<SqlScript> judged) {
        var schema = new SchemaSoFar(options.sizes());
        var versions = ScriptVersions.next(scripts);
        var findings = new ArrayList<Finding>();
        var ignored = new ArrayList<IgnoredFinding>();
        var count = 0;
        var statements = 0;
        @Nullable ScriptTransactions before = null;
        for (var script : scripts) {
            var transactions = ScriptTransactions.of(script, options, before);
            if (transactions != before) {
                schema.endTransaction();
            }
            var judging = new ScriptJudging(script, options, schema, transactions, versions);
            var found = judging.findings();
            var counts = judged.test(script);
            if (counts) {
                findings.addAll(found);
                ignored.addAll(judging.ignored());
                statements += judging.statements();
                count++;
            }
            if (!counts || options.run() == Run.EACH_SCRIPT) {
                schema.endRun();
            }
            before = counts ? transactions : null;
        }
        return new LintReport(findings, ignored, count, statements);
    }

    /** Versions that are older than the linter are context only. */
    private Predicate<SqlScript> isNewEnough(MigrationSet set) {
        var startAfter = options.settings().lint().startAfter();
        var old = set.migrations().stream()
                .filter(migration -> startAfter != null && migration.version().compareTo(startAfter) <= 0)
                .map(Migration::up)
                .collect(Collectors.toSet());
        return script -> !old.contains(script);
    }

    private static List<SqlScript> scripts(MigrationSet set) {
        var scripts = new ArrayList<SqlScript>();
        set.migrations().stream().map(Migration::up).forEach(scripts::add);
        set.repeatables().stream().map(RepeatableMigration::script).forEach(scripts::add);
        return scripts;
    }
}

package dev.migrations;

import dev.migrations.database.Session;
import dev.migrations.lint.LintMode;
import dev.migrations.lint.LintOptions;
import dev.migrations.lint.LintReport;
import dev.migrations.lint.Linter;
import dev.migrations.migration.FolderSettings;
import dev.migrations.migration.MigrationSet;
import dev.migrations.plan.MigrationComparison;
import dev.migrations.plan.MigrationPlan;
import dev.migrations.plan.MigrationState;
import dev.migrations.rule.ServerVersion;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Judges scripts that a database has not seen yet, by what that database knows: its version, and how large its tables are. */
final class PendingLint {

    private static final Set<MigrationState> TO_COME =
            Set.of(MigrationState.PENDING, MigrationState.OUT_OF_ORDER, MigrationState.INTERRUPTED);

    private final MigrationSet set;
    private final Set<String> pending;

    private PendingLint(MigrationSet set, Set<String> pending) {
        this.set = set;
        this.pending = pending;
    }

    /** All that is to come. */
    static PendingLint of(MigrationComparison comparison) {
        var pending = new HashSet<String>();
        comparison.versions().stream()
                .filter(version -> TO_COME.contains(version.state()))
                .forEach(version -> pending.add(version.script()));
        comparison.set().repeatables().stream()
                .filter(comparison::isPending)
                .forEach(repeatable -> pending.add(repeatable.script().name()));
        return new PendingLint(comparison.set(), pending);
    }

    /** What a plan is about to run, and what it holds back, which may follow in the same run. */
    static PendingLint of(MigrationSet set, MigrationPlan plan) {
        var pending = new HashSet<>(plan.upScripts());
        var heldBack = plan.heldBack();
        if (heldBack != null) {
            set.migrations().stream()
                    .filter(migration -> migration.version().compareTo(heldBack.version()) >= 0)
                    .filter(migration -> migration.version().compareTo(heldBack.last()) <= 0)
                    .forEach(migration -> pending.add(migration.up().name()));
        }
        return new PendingLint(set, pending);
    }

    LintReport judge(Session session, FolderSettings settings, UnaryOperator<LintOptions> change) {
        var here =
                LintOptions.DEFAULT.withSettings(settings).withServer(ServerVersion.ofNumber(session.serverVersion()));
        return Linter.of(change.apply(here)).lintPending(set, script -> pending.contains(script.name()));
    }

    /** Lets the run pass, or not. */
    void admit(LintMode mode, Session session, FolderSettings settings, Consumer<LintReport> told) {
        if (mode == LintMode.OFF || pending.isEmpty()) {
            return;
        }
        var report = judge(session, settings, UnaryOperator.identity());
        told.accept(report);
        if (mode == LintMode.FAIL && report.hasErrors()) {
            throw new LintRefusedException(report);
        }
    }
}

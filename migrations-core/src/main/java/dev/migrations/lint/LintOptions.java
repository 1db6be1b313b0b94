package dev.migrations.lint;

import dev.migrations.migration.FolderSettings;
import dev.migrations.rule.Runner;
import dev.migrations.rule.ServerVersion;
import dev.migrations.rule.Severity;
import dev.migrations.rule.TableSizes;
import java.util.Map;

/**
 * What a {@link Linter} must know besides the scripts.
 *
 * @param settings the folder's: timeouts, and how far a transaction reaches
 * @param server   which PostgreSQL the scripts are meant for
 * @param runner   who runs them
 * @param run      which of them run one right after the other
 * @param sizes    how large the tables are
 * @param severities by rule code, where they are not the rule's own
 */
public record LintOptions(
        FolderSettings settings,
        ServerVersion server,
        Runner runner,
        Run run,
        TableSizes sizes,
        Map<String, Severity> severities) {

    public LintOptions {
        severities = Map.copyOf(severities);
    }

    /** The oldest server, this engine, no folder, and no database at hand. */
    public static final LintOptions DEFAULT = new LintOptions(
            FolderSettings.DEFAULT,
            ServerVersion.OLDEST,
            Runner.MIGRATIONS,
            Run.EACH_SCRIPT,
            TableSizes.UNKNOWN,
            Map.of());

    /** Which scripts run one right after the other, so that a table that one makes is not in use in the next. */
    public enum Run {
        /** Each by itself: they were, or will be, deployed at different times. */
        EACH_SCRIPT,
        /** All that are judged, such as those that are pending on a database. */
        TOGETHER
    }

    /** The same for another folder. */
    public LintOptions withSettings(FolderSettings other) {
        return new LintOptions(other, server, runner, run, sizes, severities);
    }

    /** The same for another server. */
    public LintOptions withServer(ServerVersion other) {
        return new LintOptions(settings, other, runner, run, sizes, severities);
    }

    /** The same for scripts that something else runs. */
    public LintOptions withRunner(Runner other) {
        return new LintOptions(settings, server, other, run, sizes, severities);
    }

    /** The same with other scripts in one run. */
    public LintOptions withRun(Run other) {
        return new LintOptions(settings, server, runner, other, sizes, severities);
    }

    /** The same with a database at hand. */
    public LintOptions withSizes(TableSizes other) {
        return new LintOptions(settings, server, runner, run, other, severities);
    }

    /** The same with severities by rule code. */
    public LintOptions withSeverities(Map<String, Severity> others) {
        return new LintOptions(settings, server, runner, run, sizes, others);
    }
}

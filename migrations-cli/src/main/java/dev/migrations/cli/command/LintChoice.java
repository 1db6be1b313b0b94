package dev.migrations.cli.command;

import dev.migrations.cli.output.LintAnswer;
import dev.migrations.cli.workspace.UsageException;
import dev.migrations.lint.LintOptions;
import dev.migrations.lint.Linter;
import dev.migrations.migration.MigrationFolder;
import dev.migrations.migration.MigrationSet;
import dev.migrations.rule.Runner;
import dev.migrations.rule.ServerVersion;
import dev.migrations.script.SqlScript;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What is judged, and by which lights. */
final class LintChoice {

    @Option(
            names = "--pending",
            description = "Only what is pending on each database, with the sizes of its tables and its version.")
    private boolean pending;

    @Option(
            names = "--pg-version",
            paramLabel = "VERSION",
            description = "Which PostgreSQL the scripts are meant for: 16 or 16.2 (with --pending the database's).")
    private @Nullable String version;

    @Option(
            names = "--runner",
            paramLabel = "migrations|plain",
            description = "Who runs them: this engine, or anything that sends a script as it is (migrations).")
    private Runner runner = Runner.MIGRATIONS;

    LintAnswer lint(Invocation invocation, List<Path> files) {
        if (!files.isEmpty()) {
            return files(files);
        }
        return LintAnswer.of(pending ? databases(invocation) : folders(invocation));
    }

    private LintAnswer files(List<Path> files) {
        if (pending) {
            throw UsageException.of(
                    "lint-pending", "--pending is about folders, not about single files.", "leave out one of the two.");
        }
        var scripts = files.stream()
                .map(file -> SqlScript.read(ScriptInput.file(file)))
                .toList();
        return LintAnswer.of(Linter.of(options(LintOptions.DEFAULT)).lint(scripts), Map.of());
    }

    private List<LintAnswer> folders(Invocation invocation) {
        return invocation.folders().stream().map(this::folder).toList();
    }

    private LintAnswer folder(MigrationFolder folder) {
        var set = folder.read();
        var options = options(LintOptions.DEFAULT.withSettings(folder.settings()));
        return LintAnswer.of(Linter.of(options).lint(set), urls(set));
    }

    private List<LintAnswer> databases(Invocation invocation) {
        return invocation.everyFolder().stream()
                .map(migrator -> LintAnswer.of(
                        migrator.lintPending(this::options),
                        urls(migrator.folder().read())))
                .toList();
    }

    private LintOptions options(LintOptions options) {
        var judged = options.withRunner(runner);
        return version == null ? judged : judged.withServer(parse(version));
    }

    private static ServerVersion parse(String written) {
        try {
            return ServerVersion.parse(written);
        } catch (IllegalArgumentException e) {
            throw UsageException.of("pg-version", String.valueOf(e.getMessage()) + ".", "write --pg-version 16.");
        }
    }

    private static Map<String, String> urls(MigrationSet set) {
        var urls = new HashMap<String, String>();
        set.migrations().forEach(migration -> put(urls, migration.up()));
        set.repeatables().forEach(repeatable -> put(urls, repeatable.script()));
        return urls;
    }

    private static void put(Map<String, String> urls, SqlScript script) {
        urls.put(script.name(), script.source().url());
    }
}

package dev.migrations.migration;

import dev.migrations.migration.ScriptName.OffGrammar;
import dev.migrations.migration.ScriptName.Repeatable;
import dev.migrations.migration.ScriptName.Versioned;
import dev.migrations.problem.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

/** The names of a folder's SQL files: parsed, put together by version, and judged. */
final class FolderNames {

    private final String folder;
    private final FolderSettings settings;
    private final List<Versioned> versioned = new ArrayList<>();
    private final List<Repeatable> repeatables = new ArrayList<>();
    private final List<OffGrammar> offGrammar = new ArrayList<>();
    private final TreeMap<MigrationVersion, VersionNames> versions = new TreeMap<>();

    FolderNames(String folder, FolderSettings settings, List<TreeFile> sqlFiles) {
        this.folder = folder;
        this.settings = settings;
        sqlFiles.forEach(file -> add(ScriptName.of(file, settings.naming())));
    }

    /** The names of each version, lowest first. */
    Collection<VersionNames> versions() {
        return versions.values();
    }

    /** The repeatables, by file name. */
    List<Repeatable> repeatables() {
        return repeatables;
    }

    /** Whether each migration must have a way back. */
    boolean requireDown() {
        return settings.requireDown();
    }

    /** What is wrong with the names: first what breaks the grammar, then by version what does not fit together. */
    List<Problem> problems() {
        var advice = new NameAdvice(
                versioned, offGrammar.stream().map(name -> name.file().name()).toList());
        var problems = new ArrayList<Problem>();
        offGrammar.forEach(name -> problems.add(offGrammar(name.file(), advice)));
        versions.values().forEach(names -> names.problem(advice).ifPresent(problems::add));
        return problems;
    }

    private void add(ScriptName name) {
        if (name instanceof Versioned version) {
            versioned.add(version);
            versions.computeIfAbsent(version.version(), key -> new VersionNames(folder))
                    .add(version);
        } else if (name instanceof Repeatable repeatable) {
            repeatables.add(repeatable);
        } else if (name instanceof OffGrammar off) {
            offGrammar.add(off);
        }
    }

    private Problem offGrammar(TreeFile file, NameAdvice advice) {
        var relaxed = settings.naming() == Naming.STRICT && ScriptName.of(file, Naming.RELAXED) instanceof Versioned;
        return Problem.of(
                "file-name",
                folder + "/" + file.name() + " is not a migration's name: " + NameRule.brokenBy(file.name()),
                "rename it to " + advice.nearest(file.name())
                        + (relaxed ? ", or set `naming: relaxed` in migration.yaml" : ""));
    }
}

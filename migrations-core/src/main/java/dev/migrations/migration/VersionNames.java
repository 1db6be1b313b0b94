package dev.migrations.migration;

import dev.migrations.migration.ScriptName.Direction;
import dev.migrations.migration.ScriptName.Versioned;
import dev.migrations.problem.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The file names of one version: at least one, and at best an up and a down with one description. */
final class VersionNames {

    private final String folder;
    private final List<Versioned> names = new ArrayList<>(2);

    VersionNames(String folder) {
        this.folder = folder;
    }

    void add(Versioned name) {
        names.add(name);
    }

    /** The up script, if it is the only one. */
    Optional<Versioned> up() {
        return only(Direction.UP);
    }

    /** The down script, if it is the only one. */
    Optional<Versioned> down() {
        return only(Direction.DOWN);
    }

    /** Why the names do not make one migration. */
    Optional<Problem> problem(NameAdvice advice) {
        var byDescription = names.stream()
                .sorted(Comparator.comparing(Versioned::direction))
                .collect(Collectors.groupingBy(Versioned::description, LinkedHashMap::new, Collectors.toList()));
        if (byDescription.size() > 1) {
            return Optional.of(descriptions(List.copyOf(byDescription.values()), advice));
        }
        for (var direction : Direction.values()) {
            var same = all(direction);
            if (same.size() > 1) {
                return Optional.of(twoScripts(same, advice));
            }
        }
        if (up().isEmpty()) {
            return Optional.of(downWithoutUp());
        }
        return Optional.empty();
    }

    /** Why an up script alone is too little, where a way back is asked for. */
    Optional<Problem> missingDown() {
        return names.size() == 1 && up().isPresent() ? Optional.of(noDown()) : Optional.empty();
    }

    /** Each list holds the names with one description, an up script first. */
    private Problem descriptions(List<List<Versioned>> rivals, NameAdvice advice) {
        var first = rivals.get(0).get(0);
        var free = advice.freeVersion();
        var moved = rivals.get(1);
        var hint = "rename " + moved.stream().map(name -> renaming(name, free)).collect(Collectors.joining(" and "));
        var up = up();
        if (up.isPresent() && down().isPresent()) {
            var down = down().get().file().name();
            hint = "rename " + down + " to " + first.digits() + "_" + up.get().description()
                    + ".down.sql, if they belong together";
        }
        return Problem.of(
                "conflict",
                "version " + first.version() + " has " + rivals.size() + " descriptions: "
                        + rivals.stream().map(rival -> shown(rival.get(0))).collect(Collectors.joining(" and ")),
                hint + " (the next free version is " + free + ")");
    }

    private Problem twoScripts(List<Versioned> same, NameAdvice advice) {
        var first = same.get(0);
        var second = same.get(1);
        var free = advice.freeVersion();
        var isUp = first.direction() == Direction.UP;
        return Problem.of(
                "conflict",
                "version " + first.version() + " has two " + (isUp ? "up" : "down") + " scripts: " + shown(first)
                        + " and " + shown(second),
                "delete one of them" + (isUp ? ", or rename " + renaming(second, free) : "")
                        + " (the next free version is " + free + ")");
    }

    private Problem downWithoutUp() {
        var down = names.get(0);
        var file = down.file().name();
        var up = down.digits() + "_" + down.description() + (file.endsWith(".down.sql") ? ".up.sql" : ".sql");
        var orElse = file.endsWith(".down.sql")
                ? ", or delete " + file
                : ", or, if " + file + " is the up script, rename it to " + file.replaceFirst("[.]sql$", ".up.sql");
        return Problem.of(
                "down-without-up",
                "no UP SQL for migration " + down.digits() + ": " + shown(down) + " has no " + up + " beside it",
                "add " + up + orElse);
    }

    private Problem noDown() {
        var up = names.get(0);
        return Problem.of(
                "missing-down",
                "no DOWN SQL for migration " + up.digits() + ": " + shown(up)
                        + " stands alone, and migration.yaml says `require-down: true`",
                "add " + up.digits() + "_" + up.description() + ".down.sql");
    }

    private static String renaming(Versioned name, String version) {
        var file = name.file().name();
        return file + " to " + version + file.substring(name.digits().length());
    }

    private String shown(Versioned name) {
        return folder + "/" + name.file().name();
    }

    private Optional<Versioned> only(Direction direction) {
        var found = all(direction);
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    private List<Versioned> all(Direction direction) {
        return names.stream().filter(name -> name.direction() == direction).toList();
    }
}

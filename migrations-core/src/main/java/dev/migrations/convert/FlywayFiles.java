package dev.migrations.convert;

import dev.migrations.problem.Excerpt;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Flyway: {@code V1_2__words.sql}, its undo {@code U1_2__words.sql}, and {@code R__words.sql}. Their text stays as it is. Where
 * one number has more than one part, all are numbered anew, in their order.
 */
final class FlywayFiles implements ForeignFiles {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{[^}\\s]*}");
    private static final Pattern CALLBACK =
            Pattern.compile("(before|after|create)[A-Z][A-Za-z]*(__.*)?\\.(sql|java|class|kt|sh|ps1)");
    private static final int DIGITS = 3;

    @Override
    public void convert(List<ForeignFile> files, Draft draft) {
        var numbers = numbers(files);
        var descriptions = new HashMap<FlywayName.Version, String>();
        for (var file : files) {
            FlywayName.find(file.name())
                    .filter(name -> name.kind() == 'V' && name.isSql())
                    .ifPresent(name -> descriptions.putIfAbsent(name.version(), Draft.description(name.description())));
        }
        for (var file : files) {
            var name = FlywayName.find(file.name());
            if (name.isEmpty() || !name.get().isSql()) {
                tellOther(file, name, draft);
            } else {
                findTarget(name.get(), numbers, descriptions)
                        .ifPresentOrElse(target -> rename(file, target, draft), () -> tellUnplaced(file, draft));
            }
        }
    }

    /** Plain numbers stay; the dotted ones, and with them all others, are counted through. */
    private static Map<FlywayName.Version, String> numbers(List<ForeignFile> files) {
        var versions = new TreeSet<FlywayName.Version>();
        files.forEach(file -> FlywayName.find(file.name())
                .filter(name -> name.kind() == 'V')
                .ifPresent(name -> versions.add(name.version())));
        var renumbered = versions.stream().anyMatch(version -> version.parts().size() > 1);
        var numbers = new HashMap<FlywayName.Version, String>();
        var width = renumbered
                ? Integer.toString(versions.size()).length()
                : versions.stream()
                        .map(version -> Long.toString(version.parts().get(0)).length())
                        .max(Comparator.naturalOrder())
                        .orElse(DIGITS);
        for (var version : versions) {
            var number = renumbered ? numbers.size() + 1L : version.parts().get(0);
            numbers.put(version, Draft.digits(number, Math.max(DIGITS, width)));
        }
        return numbers;
    }

    private static Optional<String> findTarget(
            FlywayName name, Map<FlywayName.Version, String> numbers, Map<FlywayName.Version, String> descriptions) {
        return switch (name.kind()) {
            case 'R' -> Optional.of("R_" + Draft.description(name.description()) + ".sql");
            case 'V' ->
                Optional.of(numbers.get(name.version()) + "_" + Draft.description(name.description()) + ".up.sql");
            // a down file bears the words of its up file
            case 'U' ->
                Optional.ofNullable(descriptions.get(name.version()))
                        .map(words -> numbers.get(name.version()) + "_" + words + ".down.sql");
            default -> Optional.empty();
        };
    }

    private static void rename(ForeignFile file, String target, Draft draft) {
        draft.rename(file, target);
        var lines = file.lines();
        for (var i = 0; i < lines.size(); i++) {
            var found = PLACEHOLDER.matcher(lines.get(i));
            if (found.find()) {
                draft.tell(
                        file,
                        new Excerpt(i + 1, found.start() + 1, lines.get(i)),
                        "the placeholder " + found.group() + " is not replaced here.",
                        "write its value into " + target + ".");
            }
        }
    }

    private static void tellUnplaced(ForeignFile file, Draft draft) {
        if (file.name().startsWith("U")) {
            draft.tell(file, "undoes a version that has no file.", "delete it, or add the file of that version.");
        } else {
            draft.tell(
                    file,
                    "is a baseline script, which stands for all versions before it.",
                    "make it the first migration of a directory of its own, without those that it stands for.");
        }
    }

    private static void tellOther(ForeignFile file, Optional<FlywayName> name, Draft draft) {
        if (name.isPresent()) {
            draft.tell(
                    file,
                    "is not SQL, so it stays behind; its number is kept free.",
                    "write what it does in SQL, under that number.");
        } else if (file.name().endsWith(".sql.conf")) {
            draft.tell(
                    file,
                    "holds settings of one script.",
                    "for `executeInTransaction=false`, write `-- migrations: transaction=none` at the head of the script.");
        } else if (CALLBACK.matcher(file.name()).matches()) {
            draft.tell(file, "is a callback, and there are none here.", "write an R_ file with `run=always`.");
        } else if (file.name().endsWith(".sql")) {
            draft.tell(file, "is not named as Flyway names migrations.", "rename it by hand, if it is one.");
        }
    }
}

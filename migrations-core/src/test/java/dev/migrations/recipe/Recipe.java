package dev.migrations.recipe;

import dev.migrations.testing.MigrationFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A recipe as the page has it.
 *
 * @param title   its headline
 * @param begin   the files that all recipes begin with
 * @param steps   migrations and deploys, in the order of the page
 * @param instead the short cut, statement by statement; empty where the page has none
 */
record Recipe(String title, Map<String, String> begin, List<Step> steps, List<String> instead) {

    private static final Path PAGE = Path.of("../docs/zero-downtime.md");
    private static final Pattern BLOCK =
            Pattern.compile("(?s)(?:`([0-9a-z_.]+)`:\n)?```sql ?(application|instead)?\n(.*?)```\n");

    /** What happens next. */
    sealed interface Step {}

    /** Some files are added, and applied. */
    record Migrate(Map<String, String> files) implements Step {

        void into(MigrationFiles directory) {
            files.forEach(directory::with);
        }
    }

    /** A version of the application takes the place of the one before. */
    record Deploy(List<String> statements) implements Step {}

    static List<Recipe> readAll() {
        var sections = read().split("(?m)^## ", -1);
        var begin = files(sections[0]);
        return Stream.of(sections)
                .skip(1)
                .filter(section -> section.contains("```sql application"))
                .map(section -> of(section, begin))
                .toList();
    }

    private static String read() {
        try {
            return Files.readString(PAGE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> files(String text) {
        var files = new LinkedHashMap<String, String>();
        BLOCK.matcher(text).results().forEach(block -> files.put(block.group(1), block.group(3)));
        return files;
    }

    private static Recipe of(String section, Map<String, String> begin) {
        var steps = new ArrayList<Step>();
        var instead = new ArrayList<String>();
        BLOCK.matcher(section).results().forEach(block -> {
            if (block.group(1) != null) {
                migration(steps).files().put(block.group(1), block.group(3));
            } else if ("instead".equals(block.group(2))) {
                instead.addAll(statements(block.group(3)));
            } else {
                steps.add(new Deploy(statements(block.group(3))));
            }
        });
        return new Recipe(section.lines().findFirst().orElseThrow(), begin, steps, instead);
    }

    private static Migrate migration(List<Step> steps) {
        if (steps.get(steps.size() - 1) instanceof Migrate last) {
            return last;
        }
        var next = new Migrate(new LinkedHashMap<>());
        steps.add(next);
        return next;
    }

    private static List<String> statements(String block) {
        return block.lines().map(line -> line.replaceAll(";$", "")).toList();
    }

    /** The application before anything is done. */
    Deploy application() {
        return (Deploy) steps.get(0);
    }

    /** The application when the first migration comes. */
    Deploy migrated() {
        var deploys = steps.stream().takeWhile(Deploy.class::isInstance).toList();
        return (Deploy) deploys.get(deploys.size() - 1);
    }

    @Override
    public String toString() {
        return title;
    }
}

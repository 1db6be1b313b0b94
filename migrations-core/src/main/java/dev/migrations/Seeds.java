package dev.migrations;

import dev.migrations.migration.Migration;
import dev.migrations.migration.RepeatableMigration;
import dev.migrations.problem.Problem;
import dev.migrations.schema.DiffText;
import dev.migrations.schema.SchemaDiff;
import dev.migrations.script.SqlScript;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Rows that scripts are to meet, by the place of the version before which they are put in. */
final class Seeds {

    private final TreeMap<Integer, List<RepeatableMigration>> byPlace = new TreeMap<>();

    /**
     * Reads them.
     *
     * @param first the place of the lowest version that is tried
     */
    Seeds(List<VerifyRequest.Seed> seeds, List<Migration> migrations, int first) {
        for (var seed : seeds) {
            var script = SqlScript.read(seed.script());
            var name = "seed_" + byPlace.values().stream().mapToInt(List::size).sum();
            byPlace.computeIfAbsent(place(seed, migrations, first), place -> new ArrayList<>())
                    .add(new RepeatableMigration(name, script));
        }
    }

    private static int place(VerifyRequest.Seed seed, List<Migration> migrations, int first) {
        if (seed.before() == null) {
            return first;
        }
        for (var place = 0; place < migrations.size(); place++) {
            if (migrations.get(place).version().equals(seed.before())) {
                return place;
            }
        }
        throw NotVerifiedException.unknownVersion(seed.before());
    }

    /** Those that come before the version at a place. */
    List<RepeatableMigration> before(int place) {
        return byPlace.getOrDefault(place, List.of());
    }

    /** The places below this one that have any, the lowest first. */
    List<Integer> stopsBelow(int place) {
        return List.copyOf(byPlace.headMap(place).keySet());
    }

    /** One of them has done more than put in rows. */
    List<Problem> changedSchema(int place, SchemaDiff change) {
        var scripts = before(place).stream()
                .map(repeatable -> repeatable.script().name())
                .toList();
        return List.of(Problem.of(
                "seed-changes-schema",
                String.join(", ", scripts) + " changes the schema: "
                        + DiffText.render(change).get(0),
                "leave only what changes rows in it; a schema is what migrations make."));
    }
}

package dev.migrations.test.template;

import dev.migrations.database.ConnectionSource;
import dev.migrations.database.DatabaseClaim;
import dev.migrations.database.DatabaseCopies;
import dev.migrations.database.MarkedDatabase;
import dev.migrations.database.ServerDatabases;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * Drops what earlier runs have left on a server: never a database without our name and our comment, and never one that a
 * living run claims.
 */
final class Housekeeping {

    /** A template that nobody has claimed for so long is of a branch or a checkout that is gone. */
    private static final Duration TEMPLATE_AGE = Duration.ofDays(14);

    private static final Duration KEPT_AGE = Duration.ofDays(1);

    private final ConnectionSource source;
    private final int keep;

    Housekeeping(ConnectionSource source, int keep) {
        this.source = source;
        this.keep = keep;
    }

    /** Copies of runs that are gone. */
    void removeLeftCopies() {
        try (var databases = ServerDatabases.open(source)) {
            var copies = DatabaseCopies.on(databases);
            var found = copies.findMarked(Mark.COPIES, Mark.COPY);
            var alive = copies.claimed(found.stream().map(Mark::run).toList());
            found.stream().filter(copy -> !alive.contains(Mark.run(copy))).forEach(copy -> databases.drop(copy.name()));
        }
        removeOldKept();
    }

    /** The copies of a run that ends. */
    void removeCopiesOf(String run) {
        try (var databases = ServerDatabases.open(source)) {
            DatabaseCopies.on(databases).findMarked(run + "_", Mark.COPY).forEach(copy -> databases.drop(copy.name()));
        }
    }

    /** All but the newest few, and those of yesterday. */
    void removeOldKept() {
        try (var databases = ServerDatabases.open(source)) {
            var found = DatabaseCopies.on(databases).findMarked(Mark.COPIES, Mark.KEPT).stream()
                    .sorted(Comparator.comparing(Mark::at).reversed())
                    .toList();
            for (var i = 0; i < found.size(); i++) {
                if (i >= keep || isOlderThan(KEPT_AGE, found.get(i))) {
                    databases.drop(found.get(i).name());
                }
            }
        }
    }

    /** Those that the same folder had before, unfinished ones of runs that are gone, and those of long ago. */
    void removeOldTemplates(TemplateKey current) {
        try (var databases = ServerDatabases.open(source)) {
            var copies = DatabaseCopies.on(databases);
            copies.findMarked(Mark.TEMPLATES, Mark.BUILDING)
                    .forEach(template -> dropUnlessClaimed(databases, template, List.of(Mark.BUILDING)));
            copies.findMarked(Mark.TEMPLATES, Mark.TEMPLATE).stream()
                    .filter(template -> !template.name().equals(current.name()))
                    .filter(template -> Mark.origin(template)
                                    .filter(current.origin()::equals)
                                    .isPresent()
                            || isOlderThan(TEMPLATE_AGE, template))
                    .forEach(template -> dropUnlessClaimed(databases, template, List.of(Mark.TEMPLATE)));
        }
    }

    /** Under a claim of its own, so that nobody begins to use it meanwhile. */
    private void dropUnlessClaimed(ServerDatabases databases, MarkedDatabase template, List<String> kinds) {
        var claim = DatabaseClaim.on(source, template.name());
        if (claim.isPresent()) {
            try (var held = claim.get()) {
                var comment = DatabaseCopies.on(databases)
                        .findComment(template.name())
                        .orElse("");
                if (kinds.stream().anyMatch(comment::startsWith)) {
                    databases.drop(template.name());
                }
            }
        }
    }

    private static boolean isOlderThan(Duration age, MarkedDatabase database) {
        return Mark.at(database).isBefore(Instant.now().minus(age));
    }
}

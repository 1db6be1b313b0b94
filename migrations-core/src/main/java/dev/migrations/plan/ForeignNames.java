package dev.migrations.plan;

import dev.migrations.history.ForeignHistory;
import dev.migrations.history.ForeignMigration;
import dev.migrations.history.ForeignTool;
import dev.migrations.migration.Migration;
import dev.migrations.migration.MigrationSet;
import dev.migrations.migration.MigrationVersion;
import dev.migrations.migration.RepeatableMigration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds the file that another tool's row is about.
 * <ol>
 *   <li>By its number, where that tool's numbers have one part each.
 *   <li>Else by its description: a number with dots has become another one here, and so may all the others have.
 *   <li>Several files with one description are taken in the order of their versions, if there are as many rows; a guess is
 *       never made.
 * </ol>
 */
final class ForeignNames {

    private static final Comparator<ForeignMigration> BY_VERSION =
            Comparator.comparing(ForeignNames::parts, ForeignNames::compare);

    private final MigrationSet set;
    private final List<ForeignMigration> rows;
    private final ForeignTool tool;
    private final boolean renumbered;

    ForeignNames(MigrationSet set, ForeignHistory theirs) {
        this.set = set;
        this.rows = theirs.rows().stream().sorted(BY_VERSION).toList();
        this.tool = theirs.tool();
        this.renumbered = rows.stream().anyMatch(ForeignMigration::isDotted);
    }

    /** Whether numbers say nothing, because dotted ones have become others. */
    boolean areRenumbered() {
        return renumbered;
    }

    Optional<Migration> findMigration(ForeignMigration row) {
        var byNumber = row.isNumbered() && !renumbered
                ? set.find(MigrationVersion.parse(row.version()))
                : Optional.<Migration>empty();
        return byNumber.isEmpty() && goesByDescription(row) ? findByDescription(row) : byNumber;
    }

    /** Whether its description is that of files here, but not of as many as there are rows. */
    boolean isAmbiguous(ForeignMigration row) {
        return goesByDescription(row) && !filesLike(row).isEmpty();
    }

    /** Only Liquibase's numbers, which are ids or parts of names, need not be versions. */
    private boolean goesByDescription(ForeignMigration row) {
        return renumbered || !row.isNumbered() || tool == ForeignTool.LIQUIBASE;
    }

    Optional<RepeatableMigration> findRepeatable(ForeignMigration row) {
        return set.repeatables().stream()
                .filter(repeatable -> plain(repeatable.description()).equals(plain(row.description())))
                .findFirst();
    }

    private Optional<Migration> findByDescription(ForeignMigration row) {
        var files = filesLike(row);
        var description = plain(row.description());
        var alike = rows.stream()
                .filter(other -> other.claim() == ForeignMigration.Claim.APPLIED)
                .filter(other -> plain(other.description()).equals(description))
                .toList();
        return files.isEmpty() || files.size() != alike.size()
                ? Optional.empty()
                : Optional.of(files.get(alike.indexOf(row)));
    }

    private List<Migration> filesLike(ForeignMigration row) {
        var description = plain(row.description());
        return set.migrations().stream()
                .filter(migration -> !description.isEmpty())
                .filter(migration -> plain(migration.description()).equals(description))
                .toList();
    }

    /** {@code Add e-mail} and {@code add_e_mail} are the same words. */
    private static String plain(String description) {
        return description
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "_")
                .replaceAll("^_|_$", "");
    }

    private static List<Long> parts(ForeignMigration row) {
        return row.version().matches("[0-9]{1,18}(\\.[0-9]{1,18})*")
                ? List.of(row.version().split("\\.")).stream()
                        .map(Long::valueOf)
                        .toList()
                : List.of();
    }

    private static int compare(List<Long> one, List<Long> other) {
        for (var i = 0; i < Math.min(one.size(), other.size()); i++) {
            var order = Long.compare(one.get(i), other.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(one.size(), other.size());
    }
}

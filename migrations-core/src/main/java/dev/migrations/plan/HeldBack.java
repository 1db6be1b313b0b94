package dev.migrations.plan;

import dev.migrations.migration.MigrationVersion;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Why a plan stops before its end: a version waits for backfills, and all above it wait with it.
 *
 * @param version   the one that waits
 * @param script    its up script's name
 * @param backfills what it waits for, in order
 * @param last      the highest version that the plan would have gone to
 * @param count     how many versions wait, itself included
 */
public record HeldBack(
        MigrationVersion version, String script, List<MigrationVersion> backfills, MigrationVersion last, int count) {

    public HeldBack {
        backfills = List.copyOf(backfills);
    }

    /** The same with one more version behind it. */
    HeldBack with(MigrationVersion next) {
        return new HeldBack(version, script, backfills, next, count + 1);
    }

    /** For a person, as the end of a sentence or one of its own. */
    public String sentence() {
        var names = backfills.stream().map(MigrationVersion::toString).collect(Collectors.joining(" and "));
        var others = count == 1
                ? ""
                : count == 2 ? ", and 1 version behind it" : ", and " + (count - 1) + " versions behind it";
        return script + " waits for backfill " + names + others;
    }
}

package dev.migrations.plan;

import dev.migrations.migration.MigrationVersion;
import dev.migrations.script.RequiredBackfill;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Why a plan stops before its end: a version waits for backfills, and all above it wait with it.
 *
 * @param version  the one that waits
 * @param script   its up script's name
 * @param required what it waits for, in order, as its script names them
 * @param last     the highest version that the plan would have gone to
 * @param count    how many versions wait, itself included
 */
public record HeldBack(
        MigrationVersion version, String script, List<RequiredBackfill> required, MigrationVersion last, int count) {

    public HeldBack {
        required = List.copyOf(required);
    }

    /** The same with one more version behind it. */
    HeldBack with(MigrationVersion next) {
        return new HeldBack(version, script, required, next, count + 1);
    }

    /** The versions that it waits for. */
    public List<MigrationVersion> backfills() {
        return required.stream()
                .map(RequiredBackfill::version)
                .map(MigrationVersion::parse)
                .toList();
    }

    /** What it waits for, for a person: {@code backfill 005}. */
    public String reason() {
        return "backfill " + required.stream().map(RequiredBackfill::version).collect(Collectors.joining(" and "));
    }

    /** For a person, as the end of a sentence or one of its own. */
    public String sentence() {
        var behind = count - 1;
        var others = behind == 0 ? "" : ", and " + behind + (behind == 1 ? " version" : " versions") + " behind it";
        return script + " waits for " + reason() + others;
    }
}

package dev.migrations.cli.json;

import dev.migrations.migration.FolderSettings;
import dev.migrations.plan.Adoption;
import java.util.List;

/**
 * Which row of another tool is which file, and what would be done.
 *
 * @param matches in the order of that tool's rows
 * @param plan    rows to be written, or what is against it
 */
record AdoptionBody(List<Adoption.Match> matches, PlanBody plan) {

    static AdoptionBody of(Adoption adoption, FolderSettings settings) {
        return new AdoptionBody(adoption.matches(), PlanBody.of(adoption.plan(), settings));
    }
}

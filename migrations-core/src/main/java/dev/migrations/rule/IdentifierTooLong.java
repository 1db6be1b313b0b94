package dev.migrations.rule;

import dev.migrations.ddl.DdlStatement;
import dev.migrations.ddl.OverlongName;
import java.util.List;

/** A name is cut at 63 bytes with no more than a notice, and two that start alike become one (PostgreSQL manual, 4.1.1). */
final class IdentifierTooLong implements LintRule {

    @Override
    public String code() {
        return "identifier-too-long";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public List<Finding> check(DdlStatement statement, Surroundings around) {
        return around.overlong().stream().map(this::finding).toList();
    }

    private Finding finding(OverlongName name) {
        return finding(
                name.place(),
                "%s is longer than 63 bytes: PostgreSQL cuts it to %s, and tools that ask the catalogue for the long name find nothing"
                        .formatted(name.written(), name.kept()),
                "choose a name of at most 63 bytes; to keep what the database has: " + name.kept());
    }
}

package dev.migrations.rule;

import dev.migrations.ddl.DdlStatement;
import dev.migrations.script.LintIgnore;
import java.util.List;

/** Nobody can tell later whether an ignore without a reason is still right; the linter asks the script, not its statements. */
public final class RequireIgnoreReason implements LintRule {

    RequireIgnoreReason() {}

    @Override
    public String code() {
        return "require-ignore-reason";
    }

    @Override
    public Severity severity() {
        return Severity.INFO;
    }

    @Override
    public List<Finding> check(DdlStatement statement, Surroundings around) {
        return List.of();
    }

    /** The finding for a code that is ignored without a reason. */
    public Finding of(LintIgnore ignore) {
        var advice = "say why it is safe here: -- migrations: lint-ignore=%s because …".formatted(ignore.code());
        return new Finding(
                code(),
                severity(),
                ignore.location(),
                ignore.code() + " is ignored, and nobody says why",
                advice,
                List.of(),
                List.of(),
                null);
    }
}

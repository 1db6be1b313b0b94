package dev.migrations.rule;

import dev.migrations.ddl.DdlStatement;
import dev.migrations.problem.NearestWord;
import dev.migrations.script.LintIgnore;
import java.util.List;

/** A {@code lint-ignore} that ignores nothing hides what comes later; the linter asks the script, not its statements. */
public final class UnusedIgnore implements LintRule {

    UnusedIgnore() {}

    @Override
    public String code() {
        return "unused-ignore";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public List<Finding> check(DdlStatement statement, Surroundings around) {
        return List.of();
    }

    /** The finding for a code that no finding of the script has. */
    public Finding of(LintIgnore ignore) {
        var known = LintRules.find(ignore.code()).isPresent();
        var message = known
                ? "nothing in this script is against %s, which it ignores".formatted(ignore.code())
                : "there is no rule %s to ignore".formatted(ignore.code());
        var nearest = NearestWord.find(
                ignore.code(), LintRules.all().stream().map(LintRule::code).toList());
        var advice = known || nearest.isEmpty() ? "delete " + ignore.code() : "write " + nearest.get();
        return new Finding(code(), severity(), ignore.location(), message, advice, List.of(), List.of(), null);
    }
}

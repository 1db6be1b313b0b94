package dev.migrations.lint;

import dev.migrations.rule.Finding;
import dev.migrations.rule.LintRules;
import dev.migrations.script.LintIgnore;
import dev.migrations.script.SqlScript;
import java.util.List;
import java.util.stream.Stream;

/** What a script tells the linter to ignore, and what of that there is nothing to ignore for. */
final class Ignores {

    private Ignores() {}

    static List<Finding> apply(SqlScript script, List<Finding> findings) {
        var ignores = script.directives().lintIgnore();
        var codes = ignores.stream().map(LintIgnore::code).toList();
        var unused = ignores.stream()
                .filter(ignore ->
                        findings.stream().noneMatch(finding -> finding.rule().equals(ignore.code())))
                .map(LintRules.UNUSED_IGNORE::of);
        var unexplained =
                ignores.stream().filter(ignore -> ignore.reason() == null).map(LintRules.REQUIRE_IGNORE_REASON::of);
        var left = findings.stream().filter(finding -> !codes.contains(finding.rule()));
        return Stream.of(unused, unexplained, left).flatMap(part -> part).toList();
    }
}

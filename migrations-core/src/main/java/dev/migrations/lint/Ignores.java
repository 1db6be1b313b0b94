package dev.migrations.lint;

import dev.migrations.rule.Finding;
import dev.migrations.rule.IgnoredFinding;
import dev.migrations.rule.LintRules;
import dev.migrations.script.LintIgnore;
import dev.migrations.script.LintIgnore.Scope;
import dev.migrations.script.SqlScript;
import dev.migrations.script.SqlStatement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What a script tells the linter to ignore, and what of that there is nothing to ignore for. */
final class Ignores {

    private final List<LintIgnore> ignores;
    private final Weighing weighing;
    private final Set<LintIgnore> used = new HashSet<>();
    private final List<IgnoredFinding> ignored = new ArrayList<>();
    private long lastEnd;

    Ignores(SqlScript script, Weighing weighing) {
        this.ignores = script.directives().lintIgnore();
        this.weighing = weighing;
    }

    /** What is left of the findings about a statement; to be asked in the order of the statements. */
    List<Finding> filter(SqlStatement statement, List<Finding> findings) {
        var end = statement.offset() + statement.length();
        var here = ignores.stream()
                .filter(ignore ->
                        ignore.scope() == Scope.SCRIPT || (ignore.offset() > lastEnd && ignore.offset() < end))
                .toList();
        lastEnd = end;
        var left = new ArrayList<Finding>();
        for (var finding : findings) {
            var applied = here.stream()
                    .filter(ignore -> ignore.code().equals(finding.rule()))
                    .toList();
            used.addAll(applied);
            if (applied.isEmpty()) {
                left.add(finding);
            } else {
                ignored.add(new IgnoredFinding(finding, applied.get(0).reason()));
            }
        }
        return left;
    }

    /** What was left out, in the order of the statements. */
    List<IgnoredFinding> ignored() {
        return List.copyOf(ignored);
    }

    /** What the script's own ignores are found guilty of. */
    List<Finding> findings() {
        var unused = ignores.stream()
                .filter(ignore -> !used.contains(ignore) && !weighing.isOff(ignore.code()))
                .map(LintRules.UNUSED_IGNORE::of);
        var unexplained =
                ignores.stream().filter(ignore -> ignore.reason() == null).map(LintRules.REQUIRE_IGNORE_REASON::of);
        return Stream.concat(unused, unexplained).flatMap(weighing::weigh).toList();
    }
}

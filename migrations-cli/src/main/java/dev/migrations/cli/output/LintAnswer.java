package dev.migrations.cli.output;

import dev.migrations.lint.LintReport;
import dev.migrations.rule.Severity;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What the rules have against the scripts that a command was about.
 *
 * @param findings   by folder, by script, and by place in it
 * @param scripts    how many were judged
 * @param statements how many were judged
 */
public record LintAnswer(List<PlacedFinding> findings, int scripts, int statements) {

    public LintAnswer {
        findings = List.copyOf(findings);
    }

    /**
     * One folder, or the files that were named.
     *
     * @param urls where each script is, by its name
     */
    public static LintAnswer of(LintReport report, Map<String, String> urls) {
        var placed = report.findings().stream()
                .map(finding -> {
                    var name = finding.location().file();
                    return new PlacedFinding(fromHere(urls.getOrDefault(name, name)), finding);
                })
                .toList();
        return new LintAnswer(placed, report.scripts(), report.statements());
    }

    /** All of them in one. */
    public static LintAnswer of(List<LintAnswer> parts) {
        return new LintAnswer(
                parts.stream().flatMap(part -> part.findings.stream()).toList(),
                parts.stream().mapToInt(LintAnswer::scripts).sum(),
                parts.stream().mapToInt(LintAnswer::statements).sum());
    }

    /** How many findings weigh this much. */
    public int count(Severity severity) {
        return (int) findings.stream()
                .filter(placed -> placed.finding().severity() == severity)
                .count();
    }

    private static String fromHere(String url) {
        if (url.contains(":")) {
            return url; // in a jar
        }
        var here = Path.of("").toAbsolutePath();
        var file = Path.of(url).toAbsolutePath().normalize();
        var path = file.startsWith(here) ? here.relativize(file).toString() : url;
        return path.replace('\\', '/');
    }
}

package dev.migrations.cli.json;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.migrations.cli.output.LintAnswer;
import dev.migrations.cli.output.PlacedFinding;
import java.util.List;

/** Findings in the Static Analysis Results Interchange Format (OASIS, SARIF 2.1.0), which code scanners read. */
record SarifLog(@JsonProperty("$schema") String schema, String version, List<Run> runs) {

    static SarifLog of(LintAnswer answer) {
        var rules = answer.findings().stream()
                .map(placed -> placed.finding().rule())
                .distinct()
                .sorted()
                .map(Rule::new)
                .toList();
        var results = answer.findings().stream().map(Result::of).toList();
        var run = new Run(new Tool(new Driver("Migrations", rules)), "unicodeCodePoints", results);
        return new SarifLog("https://json.schemastore.org/sarif-2.1.0.json", "2.1.0", List.of(run));
    }

    record Run(Tool tool, String columnKind, List<Result> results) {}

    record Tool(Driver driver) {}

    record Driver(String name, List<Rule> rules) {}

    record Rule(String id) {}

    record Result(String ruleId, String level, Message message, List<Location> locations) {

        static Result of(PlacedFinding placed) {
            var finding = placed.finding();
            var level =
                    switch (finding.severity()) {
                        case ERROR -> "error";
                        case WARNING -> "warning";
                        case INFO, OFF -> "note";
                    };
            var file = new ArtifactLocation(placed.file());
            var place = new PhysicalLocation(file, new Region(placed.line(), placed.column()));
            var text = new Message(finding.message() + "\n" + finding.help());
            return new Result(finding.rule(), level, text, List.of(new Location(place)));
        }
    }

    record Message(String text) {}

    record Location(PhysicalLocation physicalLocation) {}

    record PhysicalLocation(ArtifactLocation artifactLocation, Region region) {}

    record ArtifactLocation(String uri) {}

    record Region(int startLine, int startColumn) {}
}

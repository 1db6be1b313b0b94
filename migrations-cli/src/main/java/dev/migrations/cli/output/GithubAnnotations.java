package dev.migrations.cli.output;

/** Findings as lines that GitHub Actions turns into annotations (GitHub Docs, "Workflow commands for GitHub Actions"). */
public final class GithubAnnotations {

    private GithubAnnotations() {}

    /** One line each. */
    public static String render(LintAnswer answer) {
        var lines = new StringBuilder();
        for (var placed : answer.findings()) {
            var finding = placed.finding();
            lines.append("::")
                    .append(
                            switch (finding.severity()) {
                                case ERROR -> "error";
                                case WARNING -> "warning";
                                case INFO, OFF -> "notice";
                            })
                    .append(" file=")
                    .append(property(placed.file()))
                    .append(",line=")
                    .append(placed.line())
                    .append(",col=")
                    .append(placed.column())
                    .append(",title=")
                    .append(property(finding.rule()))
                    .append("::")
                    .append(text(finding.message() + "\n" + finding.help()))
                    .append('\n');
        }
        return lines.toString();
    }

    private static String text(String written) {
        return written.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String written) {
        return text(written).replace(":", "%3A").replace(",", "%2C");
    }
}

package dev.migrations.test;

import dev.migrations.problem.Problem;
import dev.migrations.schema.DiffText;
import dev.migrations.schema.SchemaDiff;
import dev.migrations.verify.ScriptCheck;

/** Why a version's round trip is not exact, in a test's failure. */
final class FlawText {

    private FlawText() {}

    static String of(ScriptCheck check) {
        var text = new StringBuilder(check.script())
                .append(": ")
                .append(check.verdict().words());
        append(text, "left behind by its way down", check.left());
        append(text, "different after the second way up", check.again());
        check.problems().stream().map(Problem::render).forEach(problem -> text.append("\n\n")
                .append(problem));
        return text.toString();
    }

    private static void append(StringBuilder text, String what, SchemaDiff diff) {
        if (!diff.isEmpty()) {
            text.append("\n").append(what).append(":\n").append(String.join("\n", DiffText.render(diff)));
        }
    }
}

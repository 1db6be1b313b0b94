package dev.migrations.cli.command;

import dev.migrations.cli.json.JsonPrinter;
import dev.migrations.cli.output.LintAnswer;
import dev.migrations.cli.output.Printer;
import java.io.PrintWriter;

/** The only way to the JSON library, so that a call without {@code --json} never loads it. */
final class JsonDoor {

    private JsonDoor() {}

    static void sarif(PrintWriter out, LintAnswer answer) {
        JsonPrinter.to(out).sarif(answer);
    }

    static Printer open(PrintWriter out) {
        return JsonPrinter.to(out);
    }
}

package dev.migrations.script;

import dev.migrations.script.BackfillStatement.Bound;
import java.util.Set;

/** Checks that a backfill is what it can be: one statement about rows, for the keys from {@code :from} to {@code :to}. */
final class BackfillShape {

    /** Statements that may be sent once for each batch, in the transaction that stores the position. */
    private static final Set<String> COMMANDS = Set.of("UPDATE", "DELETE", "INSERT", "MERGE", "WITH", "SELECT");

    private final ScriptDirectives directives;

    BackfillShape(ScriptDirectives directives) {
        this.directives = directives;
    }

    /** A statement of the script, where the scanner is. */
    void accept(StatementScanner scanner) {
        if (directives.backfill() == null) {
            return;
        }
        var in = scanner.bytes();
        if (scanner.index() > 0) {
            throw in.defect(scanner.start(), BackfillProblems.secondStatement());
        }
        var statement = scanner.statement();
        var first = scanner.leading().upperText(0);
        if (!COMMANDS.contains(first)) {
            throw in.defect(scanner.start(), BackfillProblems.notAboutRows(first));
        }
        var read = new BackfillStatement(statement, BackfillStatement.marks(statement.text()));
        for (var bound : Bound.values()) {
            if (!read.has(bound)) {
                throw in.defect(scanner.start(), BackfillProblems.unbounded(bound));
            }
        }
    }

    /** The end of the script, after so many statements. */
    void finish(int statements) {
        var backfill = directives.backfill();
        if (backfill == null) {
            return;
        }
        if (statements == 0) {
            throw new ScriptException(BackfillProblems.noStatement().at(backfill.location()));
        }
        if (directives.withoutTransaction() || directives.runAlways()) {
            var other = directives.runAlways() ? "run=always" : "transaction=none";
            throw new ScriptException(BackfillProblems.contradiction(other).at(backfill.location()));
        }
    }
}

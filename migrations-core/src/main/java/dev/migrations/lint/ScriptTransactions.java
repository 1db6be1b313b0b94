package dev.migrations.lint;

import dev.migrations.ddl.DdlStatement;
import dev.migrations.rule.Runner;
import dev.migrations.rule.SharedTransaction;
import dev.migrations.rule.SharedTransaction.Kind;
import dev.migrations.script.Command;
import dev.migrations.script.ScriptException;
import dev.migrations.script.SqlScript;
import dev.migrations.script.SqlStatement;
import dev.migrations.script.StatementReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Follows a script's transactions, as its runner would open and end them. */
final class ScriptTransactions {

    private final SqlScript script;
    private final Kind usual;
    private List<DdlStatement> statements = new ArrayList<>();
    private Kind kind;
    private Kind here;
    private boolean endsLater = true;
    private boolean beginsNext;
    private @Nullable List<Command.Kind> commands;

    private ScriptTransactions(SqlScript script, Kind usual) {
        this.script = script;
        this.usual = usual;
        this.kind = usual;
        this.here = usual;
    }

    static ScriptTransactions of(SqlScript script, Runner runner) {
        var opens = runner == Runner.MIGRATIONS && !script.directives().withoutTransaction();
        return new ScriptTransactions(script, opens ? Kind.OPENED_BY_RUNNER : Kind.ALONE);
    }

    /** Goes on to a statement; whether it is the first of another transaction. */
    boolean enter(SqlStatement statement) {
        var begins = beginsNext || kind == Kind.ALONE;
        beginsNext = false;
        here = kind;
        endsLater = true;
        switch (statement.command().kind()) {
            case BEGIN -> {
                endsLater = endsAfter(statement.index());
                kind = Kind.OPENED_BY_SCRIPT;
                begins |= here != Kind.OPENED_BY_SCRIPT;
            }
            case COMMIT, ROLLBACK -> {
                kind = usual;
                beginsNext = true;
            }
            case COMMIT_AND_CHAIN -> {
                kind = Kind.OPENED_BY_SCRIPT;
                beginsNext = true;
            }
            case STANDS_ALONE -> {
                if (kind == Kind.OPENED_BY_RUNNER) {
                    here = Kind.ALONE;
                    begins = beginsNext = true;
                }
            }
            default -> {}
        }
        if (begins) {
            statements = new ArrayList<>();
        }
        return begins;
    }

    /** The transaction that the current statement shares. */
    SharedTransaction current() {
        return new SharedTransaction(here, Collections.unmodifiableList(statements), endsLater);
    }

    /** Those that nobody asks about are not kept: a dump has millions of them. */
    void add(DdlStatement statement) {
        if (!(statement instanceof DdlStatement.Other)) {
            statements.add(statement);
        }
    }

    private boolean endsAfter(int index) {
        if (commands == null) {
            commands = commands();
        }
        return commands.subList(Math.min(index + 1, commands.size()), commands.size()).stream()
                .anyMatch(command -> command == Command.Kind.COMMIT || command == Command.Kind.ROLLBACK);
    }

    private List<Command.Kind> commands() {
        var kinds = new ArrayList<Command.Kind>();
        try (var reader = StatementReader.open(script.source())) {
            while (reader.next()) {
                kinds.add(reader.statement().command().kind());
            }
        } catch (ScriptException e) {
            return kinds; // the script's defect is told elsewhere
        }
        return kinds;
    }
}

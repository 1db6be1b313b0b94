package dev.migrations.cli.command;

import dev.migrations.cli.output.StatementCut;
import dev.migrations.problem.ExitCode;
import dev.migrations.script.SqlScript;
import dev.migrations.script.StatementReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "statements", description = "Show how a script is cut into statements; needs no database.")
final class StatementsCommand implements Callable<Integer> {

    private final Invocation invocation;

    @Parameters(paramLabel = "FILE", description = "The script, or - for standard input.")
    private String file = "";

    StatementsCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws IOException {
        var source = file.equals("-") ? ScriptInput.readAll(invocation.shell().in()) : ScriptInput.file(Path.of(file));
        var directives = SqlScript.read(source).directives();
        var cuts = new ArrayList<StatementCut>();
        try (var reader = StatementReader.open(source)) {
            while (reader.next()) {
                cuts.add(StatementCut.of(reader.statement(), directives));
            }
        }
        invocation.printer().statements(cuts);
        return ExitCode.DONE.value();
    }
}

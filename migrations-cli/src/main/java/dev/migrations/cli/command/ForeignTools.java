package dev.migrations.cli.command;

import dev.migrations.cli.workspace.UsageException;
import dev.migrations.history.ForeignTool;
import dev.migrations.problem.NearestWord;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/** Other tools as they are written on a command line. */
final class ForeignTools {

    private ForeignTools() {}

    static ForeignTool parse(String written, Predicate<ForeignTool> isTaken) {
        var words = words(isTaken);
        return ForeignTool.find(written)
                .filter(isTaken)
                .orElseThrow(() -> UsageException.of(
                        "unknown-tool",
                        "--from takes " + String.join(", ", words) + ", not \"" + written + "\".",
                        NearestWord.find(written, words)
                                .map(nearest -> "did you mean --from " + nearest + "?")
                                .orElse("write --from " + words.get(0) + ".")));
    }

    private static List<String> words(Predicate<ForeignTool> isTaken) {
        return Arrays.stream(ForeignTool.values())
                .filter(isTaken)
                .map(ForeignTool::word)
                .toList();
    }
}

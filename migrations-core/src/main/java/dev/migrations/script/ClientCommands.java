package dev.migrations.script;

import dev.migrations.problem.Problem;
import java.util.Optional;
import java.util.Set;

/** Finds statements that talk to the client rather than to the database, in a way that no migration can answer. */
final class ClientCommands {

    private static final Set<String> UTF8 =
            Set.of("UTF8", "'UTF8'", "UTF-8", "'UTF-8'", "UNICODE", "'UNICODE'", "DEFAULT");

    private ClientCommands() {}

    static Optional<Problem> find(LeadingTokens tokens) {
        return switch (tokens.keyword(0)) {
            case "COPY" -> copiesToClient(tokens) ? Optional.of(copyToStdout()) : Optional.empty();
            case "SET" -> changesEncoding(tokens) ? Optional.of(otherEncoding(tokens.text(3))) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static boolean copiesToClient(LeadingTokens tokens) {
        var depth = 0;
        for (var i = 1; i + 1 < tokens.size(); i++) {
            switch (tokens.kind(i)) {
                case LEFT_PARENTHESIS -> depth++;
                case RIGHT_PARENTHESIS -> depth--;
                default -> {
                    if (depth == 0
                            && tokens.upperText(i).equals("TO")
                            && tokens.upperText(i + 1).equals("STDOUT")) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static boolean changesEncoding(LeadingTokens tokens) {
        return tokens.upperText(1).equals("CLIENT_ENCODING") && !UTF8.contains(tokens.upperText(3));
    }

    private static Problem copyToStdout() {
        return Problem.of(
                "copy-to-stdout",
                "this COPY sends its rows to the client, and in a migration nobody reads them",
                "take it out, or copy into a table");
    }

    private static Problem otherEncoding(String encoding) {
        return Problem.of(
                "client-encoding",
                "this tells the server that the script is in " + encoding + ", but scripts are UTF-8",
                "take it out and save the file as UTF-8; a dump is made so by pg_dump --encoding=UTF8");
    }
}

package dev.migrations.rule;

import dev.migrations.problem.Excerpt;
import dev.migrations.problem.Problem;
import dev.migrations.problem.SourceLocation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one rule has against one statement.
 *
 * @param rule     the rule's code, such as {@code ban-drop-column}
 * @param severity how much it weighs here
 * @param location where it starts
 * @param message  what is so: names the table and column, what is blocked and for how long
 * @param advice   the safe way, in a sentence
 * @param safeSql  the safe way as finished SQL, one script for each migration that it takes; empty where no SQL can say it
 * @param claims   the locks that it foretells, for those who can compare them with the server's
 * @param excerpt  the line in question, where it is at hand
 */
public record Finding(
        String rule,
        Severity severity,
        SourceLocation location,
        String message,
        String advice,
        List<String> safeSql,
        List<LockClaim> claims,
        @Nullable Excerpt excerpt) {

    private static final String NEXT = "\n-- in the next migration:\n";

    public Finding {
        safeSql = safeSql.stream().map(String::strip).toList();
        claims = List.copyOf(claims);
    }

    /** The safe way in full: the advice, and the SQL below it. */
    public String help() {
        return safeSql.isEmpty() ? advice : advice + "\n" + String.join(NEXT, safeSql);
    }

    /** The finding as a problem to show to a person. */
    public Problem toProblem() {
        return new Problem(rule, message, help(), location, excerpt, null);
    }

    Finding claiming(LockClaim... locks) {
        return new Finding(rule, severity, location, message, advice, safeSql, List.of(locks), excerpt);
    }

    /** The same, weighed otherwise. */
    public Finding weighing(Severity weight) {
        return new Finding(rule, weight, location, message, advice, safeSql, claims, excerpt);
    }

    /** The same with the line to show. */
    public Finding showing(Excerpt line) {
        return new Finding(rule, severity, location, message, advice, safeSql, claims, line);
    }
}

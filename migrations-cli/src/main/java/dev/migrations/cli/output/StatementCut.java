package dev.migrations.cli.output;

import dev.migrations.script.ScriptDirectives;
import dev.migrations.script.SqlStatement;

/**
 * Where a statement is in its script.
 *
 * @param index       its number, from 0
 * @param offset      of its first token, in bytes of the file
 * @param length      in bytes of the file, without the semicolon
 * @param line        of its first token, from 1
 * @param column      of its first token, from 1, in characters
 * @param keyword     the command, such as {@code CREATE INDEX CONCURRENTLY}
 * @param standsAlone whether it runs outside any transaction
 */
public record StatementCut(
        int index, long offset, long length, int line, int column, String keyword, boolean standsAlone) {

    /** A statement of a script with such a head. */
    public static StatementCut of(SqlStatement statement, ScriptDirectives directives) {
        var standsAlone =
                switch (statement.command().kind()) {
                    case STANDS_ALONE -> true;
                    case MAY_COMMIT -> directives.withoutTransaction();
                    case ORDINARY, COPY_FROM_STDIN, BEGIN, COMMIT, COMMIT_AND_CHAIN, ROLLBACK -> false;
                };
        return new StatementCut(
                statement.index(),
                statement.offset(),
                statement.length(),
                statement.location().line(),
                statement.location().column(),
                statement.command().keywords(),
                standsAlone);
    }
}

package dev.migrations.database;

import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;

/**
 * What the server said of a failure (PostgreSQL manual, "Error and Notice Message Fields").
 *
 * @param sqlState five characters; {@code 08…} where the driver lost the server
 * @param message  the primary message
 * @param detail   DETAIL, if the server gave one
 * @param hint     HINT, if the server gave one
 * @param where    CONTEXT, if the server gave one
 * @param position of the error in the statement, in characters from 1; 0 where the server did not say
 */
public record PostgresError(
        String sqlState,
        String message,
        @Nullable String detail,
        @Nullable String hint,
        @Nullable String where,
        int position) {

    private static final String UNKNOWN_STATE = "XX000";

    /** What follows a user in a URL, and any parameter that is called a password. */
    private static final Pattern SECRETS = Pattern.compile("(://[^/@\\s:]*:)[^@\\s/]*(?=@)|((?i:password)=)[^&\\s]*");

    private static final Pattern BEFORE_HOST = Pattern.compile("[^\\s/]+@");

    /** Reads the fields out of a driver's exception; of a batch, the first one that the server sent. */
    public static PostgresError of(SQLException failure) {
        var server = failure instanceof PSQLException fromDriver ? fromDriver.getServerErrorMessage() : null;
        var state = Optional.ofNullable(failure.getSQLState()).orElse(UNKNOWN_STATE);
        if (server == null) {
            return new PostgresError(state, ofDriver(failure), null, null, null, 0);
        }
        return new PostgresError(
                state,
                Optional.ofNullable(server.getMessage()).orElse("the server gave no message"),
                server.getDetail(),
                server.getHint(),
                server.getWhere(),
                server.getPosition());
    }

    /** The driver's words, with their cause, and without what they may repeat of a URL. */
    private static String ofDriver(SQLException failure) {
        var message = Optional.ofNullable(failure.getMessage()).orElseGet(failure::toString);
        var cause = failure.getCause();
        var full = cause == null || cause.getMessage() == null ? message : message + " (" + cause + ")";
        // what stands before an @ is a user, and perhaps a password that the driver took for a part of the host
        return BEFORE_HOST.matcher(SECRETS.matcher(full).replaceAll("$1$2***")).replaceAll("***@");
    }

    /** The same, with a word on when it came. */
    PostgresError at(String moment) {
        return new PostgresError(sqlState, "at " + moment + ": " + message, detail, hint, where, position);
    }

    /** The same, where its place is in no statement of a script. */
    PostgresError withoutPosition() {
        return new PostgresError(sqlState, message, detail, hint, where, 0);
    }

    /** Whether the connection is gone, so that nothing more can be asked of it. */
    public boolean isConnectionLost() {
        // 57P01 to 57P03: the administrator, or a crash, ended the session
        return sqlState.startsWith("08") || sqlState.startsWith("57P0");
    }

    /** Whether a right is missing, or the role may not log in. */
    public boolean isRightMissing() {
        return sqlState.equals("42501") || sqlState.startsWith("28");
    }

    /** Whether somebody, a timeout or a deadlock ended the statement, which was perhaps waiting. */
    boolean isEndedWait() {
        return Set.of("57014", "55P03", "40P01").contains(sqlState);
    }

    /** Whether the driver could not agree with the server: a password that it was not given, or encryption. */
    boolean isRejected() {
        return sqlState.equals("08004");
    }

    /** Whether the server has refused or ended a statement, and not the connection. */
    boolean isOfStatement() {
        // 3D000 no such database, 53 no connection is free, 55000 none is allowed, XX000 nobody knows
        return !isConnectionLost()
                && !isRightMissing()
                && Stream.of("3D", "53", "55000", "XX").noneMatch(sqlState::startsWith);
    }

    /** Whether the object to make is there already. */
    boolean isDuplicate() {
        // duplicate_table (also of an index), duplicate_database, duplicate_object
        return sqlState.equals("42P07") || sqlState.equals("42P04") || sqlState.equals("42710");
    }

    /** Whether the object to drop is not there. */
    boolean isUndefined() {
        // undefined_table (also of an index), undefined_object, invalid_catalog_name
        return sqlState.equals("42P01") || sqlState.equals("42704") || sqlState.equals("3D000");
    }
}

package dev.migrations.database;

import dev.migrations.script.Segment;
import dev.migrations.script.SqlStatement;

/**
 * Looks at a database before and after each statement of a script. Where there is one, the statements are sent one by one;
 * everything else about them is as it always is.
 */
public interface StatementWatch {

    /**
     * Has a statement done, in the session that is watched and in the transaction that is open there, if one is.
     *
     * @return what the execution returned
     * @throws E if the execution throws it
     */
    <E extends Exception> long around(SqlStatement statement, Segment segment, Execution<E> execution) throws E;

    /** The transaction is over, one way or the other. */
    void transactionEnded();

    /**
     * A statement that is yet to be done.
     *
     * @param <E> how it may fail
     */
    @FunctionalInterface
    interface Execution<E extends Exception> {

        /** Does it; how many rows it changed. */
        long run() throws E;
    }
}

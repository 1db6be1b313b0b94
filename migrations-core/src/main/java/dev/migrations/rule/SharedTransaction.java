package dev.migrations.rule;

import dev.migrations.ddl.DdlStatement;
import java.util.List;

/**
 * The transaction that a statement runs in.
 *
 * @param kind    who opened it
 * @param earlier the statements that it shares it with and that come before it; a view that holds while the rule is asked
 * @param isEnded whether a COMMIT follows, where the script opened it
 */
public record SharedTransaction(Kind kind, List<DdlStatement> earlier, boolean isEnded) {

    /** Who opened a transaction. */
    public enum Kind {
        /** None is shared: the statement commits by itself. */
        ALONE,
        /** The runner. */
        OPENED_BY_RUNNER,
        /** The script, with BEGIN. */
        OPENED_BY_SCRIPT
    }

    /** Whether a failure of the statement undoes those before it. */
    public boolean isShared() {
        return kind != Kind.ALONE;
    }
}

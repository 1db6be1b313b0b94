package dev.migrations.ddl;

/** Whether an expression has one value for all rows of a statement (PostgreSQL manual, 36.7). */
public enum Volatility {
    /** No function is called: literals, casts, operators. */
    CONSTANT,
    /** Only built-in functions that are immutable or stable, such as {@code now()}. */
    STABLE,
    /** A function that gives each row a value of its own, such as {@code gen_random_uuid()} or {@code nextval()}. */
    VOLATILE,
    /** A function that is not built in: only its definition tells. */
    UNKNOWN;

    /** That of an expression with a part of each. */
    Volatility with(Volatility other) {
        if (this == VOLATILE || other == VOLATILE) {
            return VOLATILE;
        }
        return compareTo(other) >= 0 ? this : other;
    }
}

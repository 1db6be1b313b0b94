package dev.migrations.ddl;

/** A statement goes on in a way that this package does not know; never leaves it. */
final class UnreadableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnreadableException(String at) {
        super(at, null, false, false);
    }
}

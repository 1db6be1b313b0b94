package dev.migrations.docs.reference;

/**
 * One more thing to say of an object, in the snapshot's words.
 *
 * @param label such as {@code collation}
 * @param value such as {@code "de_DE"}
 */
public record Property(String label, String value) {}

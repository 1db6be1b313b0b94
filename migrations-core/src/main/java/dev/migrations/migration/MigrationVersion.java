package dev.migrations.migration;

/**
 * The number of a migration: {@code 001} and {@code 1} are one version.
 *
 * @param value from 1 to 999,999,999,999,999,999; the state before any migration is not a version
 */
public record MigrationVersion(long value) implements Comparable<MigrationVersion> {

    static final int MAX_DIGITS = 18;
    static final MigrationVersion HIGHEST = new MigrationVersion(999_999_999_999_999_999L);

    public MigrationVersion {
        if (value < 1 || value > 999_999_999_999_999_999L) {
            throw new IllegalArgumentException(
                    "a version is a number from 1 to 999999999999999999 (18 digits), not " + value);
        }
    }

    /**
     * Reads a version as it is written in a file name or on a command line.
     *
     * @param digits 1 to 18 digits, with or without zeros in front
     * @throws IllegalArgumentException if it is anything else, with a sentence that says what is allowed
     */
    public static MigrationVersion parse(String digits) {
        if (!digits.matches("[0-9]{1,18}")) {
            throw new IllegalArgumentException("a version is written in 1 to 18 digits, not \"" + digits + "\"");
        }
        return new MigrationVersion(Long.parseLong(digits));
    }

    @Override
    public int compareTo(MigrationVersion other) {
        return Long.compare(value, other.value);
    }

    /** The number without zeros in front. */
    @Override
    public String toString() {
        return Long.toString(value);
    }
}

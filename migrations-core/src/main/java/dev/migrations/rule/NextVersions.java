package dev.migrations.rule;

import java.util.Locale;

/**
 * The versions that files to come will have.
 *
 * @param last   the highest version that a file has
 * @param digits how wide it is written
 */
public record NextVersions(long last, int digits) {

    /** Where no file has a version, the one that is judged becomes the first. */
    public static final NextVersions OF_FIRST = new NextVersions(1, 3);

    /** That of the file so many steps behind the last one. */
    String after(int steps) {
        return String.format(Locale.ROOT, "%0" + digits + "d", last + steps);
    }
}

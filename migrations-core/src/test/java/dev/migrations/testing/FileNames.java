package dev.migrations.testing;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** What this machine can have as a file's name: in the locale {@code C}, a JVM takes none but ASCII. */
public final class FileNames {

    private FileNames() {}

    /** Whether a name may hold these characters. */
    public static boolean mayHold(String characters) {
        try {
            return Path.of(characters).toString().equals(characters);
        } catch (InvalidPathException e) {
            return false;
        }
    }
}

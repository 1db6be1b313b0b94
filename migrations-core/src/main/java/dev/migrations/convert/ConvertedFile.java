package dev.migrations.convert;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A file that the conversion makes.
 *
 * @param from where it comes from, below the directory of the other tool
 * @param to   its name here
 * @param text what it will hold; null where it is a copy, byte for byte
 * @param path where it comes from
 */
public record ConvertedFile(
        String from, String to, @Nullable String text, Path path) {}

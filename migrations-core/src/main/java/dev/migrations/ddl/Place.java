package dev.migrations.ddl;

import dev.migrations.problem.SourceLocation;

/**
 * Where a part of a statement starts.
 *
 * @param location file, line and column
 * @param offset   in UTF-8 bytes from the start of the file
 */
public record Place(SourceLocation location, long offset) {

    @Override
    public String toString() {
        return location.line() + ":" + location.column();
    }
}

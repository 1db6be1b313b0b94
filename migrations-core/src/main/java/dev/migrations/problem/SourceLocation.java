package dev.migrations.problem;

/** A place in a file; line and column start at 1, and a column counts characters (code points). */
public record SourceLocation(String file, int line, int column) {

    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }
}

package dev.migrations.ddl;

import dev.migrations.problem.SourceLocation;

/** Lines and columns of a piece of a file; asked for from front to back, each byte is counted once. */
final class TextPlaces {

    private final byte[] text;
    private final Place start;
    private int mark;
    private int line;
    private int column;

    TextPlaces(byte[] text, Place start) {
        this.text = text;
        this.start = start;
        rewind();
    }

    /** @param offset in bytes from the start of the piece */
    Place place(int offset) {
        if (offset < mark) {
            rewind();
        }
        for (; mark < offset; mark++) {
            if (text[mark] == '\n') {
                line++;
                column = 1;
            } else if ((text[mark] & 0xC0) != 0x80) { // continuation bytes are no characters
                column++;
            }
        }
        return new Place(new SourceLocation(start.location().file(), line, column), start.offset() + offset);
    }

    private void rewind() {
        mark = 0;
        line = start.location().line();
        column = start.location().column();
    }
}

package dev.migrations.script;

import dev.migrations.problem.Problem;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;

/** What can be wrong with the text of a script, in words; the place is added by the one who found it. */
final class ScriptProblems {

    private ScriptProblems() {}

    static Problem unreadable(String file, IOException cause) {
        return Problem.of(
                "unreadable-script",
                file + " cannot be read: " + reason(cause),
                "check that the file exists and that the process may read it");
    }

    /** The message of a file system exception is no more than the file's path. */
    private static String reason(IOException cause) {
        if (cause instanceof NoSuchFileException) {
            return "there is no such file";
        }
        if (cause instanceof AccessDeniedException) {
            return "access is denied";
        }
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }

    static Problem unterminatedString(boolean escapes) {
        return Problem.of(
                "unterminated-string",
                "the string that starts here is never closed",
                escapes
                        ? "close it with a single quote ('); a backslash takes the quote behind it into the string (\\')"
                        : "close it with a single quote ('); a quote inside a string is written twice ('')");
    }

    static Problem unterminatedName() {
        return Problem.of(
                "unterminated-quoted-name",
                "the quoted name that starts here is never closed",
                "close it with a double quote (\"); a double quote inside a name is written twice (\"\")");
    }

    static Problem unterminatedDollarQuote(String delimiter) {
        return Problem.of(
                "unterminated-dollar-quote",
                "the dollar-quoted string that starts here is never closed",
                "close it with " + delimiter + ", written exactly so (the tag's letter case counts)");
    }

    static Problem unterminatedComment() {
        return Problem.of(
                "unterminated-comment",
                "the comment that starts here is never closed",
                "close it with */; comments nest, so each /* inside it needs a */ of its own");
    }

    static Problem unclosedParenthesis() {
        return Problem.of(
                "unclosed-parenthesis",
                "the parenthesis that opens here is never closed",
                "close it with ); until then a semicolon does not end the statement");
    }

    static Problem unterminatedBody() {
        return Problem.of(
                "unterminated-routine-body",
                "the routine body that starts here is never closed",
                "close it with END; each statement in front of it has a semicolon of its own, and each CASE an END of its own");
    }

    static Problem unterminatedCopyData() {
        return Problem.of(
                "unterminated-copy-data",
                "the data of this COPY … FROM STDIN never ends",
                "end the data with a line that holds only \\.");
    }

    static Problem textBehindCopy() {
        return Problem.of(
                "text-behind-copy",
                "something follows COPY … FROM STDIN; on its line, where only a comment may stand",
                "start a new line behind the semicolon: the data begins on the line after it");
    }

    static Problem endOfDataWithoutCopy() {
        return Problem.of(
                "psql-command",
                "\\. ends the data of a COPY … FROM STDIN, but none is open here",
                "put COPY … FROM STDIN; in front of the data, or remove this line");
    }

    static Problem psqlCommand(String name) {
        return Problem.of(
                "psql-command",
                "\\" + name + " is a command of psql, not SQL",
                switch (name) {
                    case "i", "ir", "include", "include_relative" -> "put the statements of that file into this script";
                    case "c", "connect" -> "remove it: the folder says which database its scripts run on";
                    case "copy" ->
                        "write COPY … FROM STDIN; and put the data below it, up to a line that holds only \\.";
                    case "set", "unset", "gset", "if", "elif", "else", "endif" ->
                        "remove it, and write the value into the statement: a script has no psql variables";
                    case "g", "gx", "gexec" -> "end the statement with a semicolon instead";
                    default -> "remove it: only psql understands commands that start with a backslash";
                });
    }

    static Problem nullByte(long offset) {
        return Problem.of(
                "null-byte",
                "a NUL byte stands here (byte offset " + offset + "), which PostgreSQL cannot store in text",
                "remove it; if every second byte is NUL, save the file as UTF-8 instead of UTF-16");
    }

    static Problem notUtf8(int illegal, long offset) {
        return Problem.of(
                "not-utf8",
                String.format(Locale.ROOT, "the byte 0x%02X here (byte offset %d) is not UTF-8", illegal, offset),
                "save the file as UTF-8, for instance with: iconv -f WINDOWS-1252 -t UTF-8");
    }

    static Problem utf16() {
        return Problem.of(
                "not-utf8",
                "the file is UTF-16: it begins with the byte order mark of that encoding",
                "save the file as UTF-8, for instance with: iconv -f UTF-16 -t UTF-8");
    }

    static Problem statementTooLong(int most) {
        return Problem.of(
                "statement-too-long",
                "what starts here goes on for more than " + (most >> 20) + " MB without an end",
                "look for a quote, a comment or a parenthesis that is left open; for much data use COPY … FROM STDIN,"
                        + " or give the process more heap (-Xmx): one statement may take an eighth of it");
    }
}

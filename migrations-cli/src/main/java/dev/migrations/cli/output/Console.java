package dev.migrations.cli.output;

import java.io.PrintWriter;
import java.util.Locale;

/** Where text goes: answers to one side, whatever is beside the answer to the other. */
public final class Console {

    private final PrintWriter out;
    private final PrintWriter err;
    private final Terminal terminal;
    private final Paint paint;
    private final Verbosity verbosity;

    /** Two streams, before a terminal or not. */
    public Console(PrintWriter out, PrintWriter err, Terminal terminal, Paint paint, Verbosity verbosity) {
        this.out = out;
        this.err = err;
        this.terminal = terminal;
        this.paint = paint;
        this.verbosity = verbosity;
    }

    /** How much is said. */
    public enum Verbosity {
        /** Answers and failures only. */
        QUIET,
        /** Also what is done, as it is done. */
        NORMAL,
        /** Also what the server and the engine say. */
        VERBOSE
    }

    /** A line of the answer. */
    public void print(String line) {
        out.println(fitted(line));
        out.flush();
    }

    /** A text for a program, as it is. */
    public void write(String text) {
        out.print(text);
        out.flush();
    }

    /** A line on what goes on; not when quiet. */
    public void tell(String line) {
        if (verbosity != Verbosity.QUIET) {
            print(line);
        }
    }

    /** A line beside the answer. */
    public void warn(String line) {
        err.println(fitted(line));
        err.flush();
    }

    /** A line beside the answer, on what is left out; not when quiet. */
    void note(String line) {
        if (verbosity != Verbosity.QUIET) {
            warn(line);
        }
    }

    /** A line that only the curious want. */
    void murmur(String line) {
        if (verbosity == Verbosity.VERBOSE) {
            warn(line);
        }
    }

    /** How many characters fit in a line; a pipe has room for all. */
    int columns() {
        return terminal.isInteractive() ? terminal.columns() : Integer.MAX_VALUE;
    }

    Paint paint() {
        return paint;
    }

    /** Whether lines may be drawn over. */
    boolean isLive() {
        return terminal.isInteractive() && verbosity != Verbosity.QUIET;
    }

    /** Text in the place of the current line, without ending it. */
    void draw(String text) {
        out.print("\r\u001b[K" + text);
        out.flush();
    }

    /** Whether somebody can be asked. */
    public boolean canAsk() {
        return terminal.isInteractive();
    }

    /** Whether the answer to a question is yes. */
    public boolean agrees(String question) {
        var answer = terminal.ask(question + " [y/N]").orElse("").strip().toLowerCase(Locale.ROOT);
        return answer.equals("y") || answer.equals("yes");
    }

    private String fitted(String text) {
        return terminal.isInteractive() ? Words.wrap(text, terminal.columns()) : text;
    }
}

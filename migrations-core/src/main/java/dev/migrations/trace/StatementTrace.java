package dev.migrations.trace;

import dev.migrations.problem.SourceLocation;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What one statement did.
 *
 * @param place       where its first token starts
 * @param sql         its text
 * @param command     the command in upper case, such as {@code ALTER TABLE}
 * @param transaction the number of its transaction in the run, from 1; statements of one share it
 * @param standsAlone whether it ran outside any transaction block
 * @param duration    on the copy, by this machine's clock
 * @param held        from its beginning to the end of its transaction, on the copy, without the time that the tracing took
 * @param locks       the lock modes that it took anew on relations that were there before the run
 * @param effects     what it did to such relations
 */
public record StatementTrace(
        SourceLocation place,
        String sql,
        String command,
        int transaction,
        boolean standsAlone,
        Duration duration,
        Duration held,
        List<HeldLock> locks,
        List<Effect> effects) {

    private static final Comparator<SourceLocation> IN_A_FILE =
            Comparator.comparingInt(SourceLocation::line).thenComparingInt(SourceLocation::column);

    public StatementTrace {
        locks = List.copyOf(locks);
        effects = List.copyOf(effects);
    }

    /** The beginning of its text in one line. */
    public String summary(int length) {
        var line = sql.strip().replaceAll("\\s+", " ");
        return line.codePointCount(0, line.length()) <= length
                ? line
                : line.substring(0, line.offsetByCodePoints(0, length - 1)) + "…";
    }

    /** The longest that it does itself. */
    public Work work() {
        return longest(effects.stream());
    }

    /** The longest that it does itself to a relation. */
    public Work workOn(TracedRelation relation) {
        return longest(effects.stream().filter(effect -> effect.relation().equals(relation)));
    }

    private static Work longest(Stream<Effect> effects) {
        return effects.map(effect -> effect.kind().work())
                .max(Comparator.naturalOrder())
                .orElse(Work.MOMENT);
    }

    /** Whether a place is in its text. */
    boolean covers(SourceLocation other) {
        return other.file().equals(place.file())
                && IN_A_FILE.compare(other, place) >= 0
                && IN_A_FILE.compare(other, end()) < 0;
    }

    private SourceLocation end() {
        var lines = sql.chars().filter(c -> c == '\n').count();
        var lastLine = sql.substring(sql.lastIndexOf('\n') + 1);
        var column = (lines == 0 ? place.column() : 1) + lastLine.codePointCount(0, lastLine.length());
        return new SourceLocation(place.file(), place.line() + (int) lines, column);
    }
}

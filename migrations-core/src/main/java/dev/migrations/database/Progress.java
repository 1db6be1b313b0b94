package dev.migrations.database;

import dev.migrations.script.Segment;
import dev.migrations.script.SqlScript;

/**
 * How a script's progress gets into the history, in the transactions of the script itself. The first statement of each
 * write must change exactly one row; anything else means that another runner was there.
 */
interface Progress {

    /** Marks a segment as begun, before its first statement; a second runner waits here, and then finds nothing to change. */
    void begin(Pipeline pipeline, int segmentsDone);

    /** Marks a segment as done; the script goes on after it. */
    void advance(Pipeline pipeline, Segment segment);

    /** Marks the script as done. */
    void finish(Pipeline pipeline, int segmentsDone);

    /** Marks a segment as done, whichever segment of its script it is. */
    default void end(Pipeline pipeline, Segment segment, SqlScript script) {
        if (script.isLast(segment)) {
            finish(pipeline, script.segments().size());
        } else {
            advance(pipeline, segment);
        }
    }

    /** Whether an interrupted script begins again at its first segment. */
    default boolean startsAgain() {
        return false;
    }

    /** The transaction of the last begin was undone. */
    default void undo() {}

    /** Notes that the server has refused a statement that stands alone: it was not cut off, and is not done. */
    default void refuse(Pipeline pipeline, int segmentsDone) {}
}

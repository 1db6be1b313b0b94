package dev.migrations.alter;

import dev.migrations.schema.AttributeChange;
import dev.migrations.schema.ObjectName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One step from a schema to another. */
public sealed interface DdlStep permits DdlStep.Statement, DdlStep.NotSayable {

    /** What it is about. */
    ObjectName object();

    /** As it stands in a script: a statement with its semicolon, or a comment. */
    String text();

    /** Whether there is a statement for it. */
    boolean isSayable();

    /**
     * What DDL can say.
     *
     * @param sql    without a semicolon
     * @param remark what to know before it runs, such as that data is lost; mostly empty
     */
    record Statement(ObjectName object, String sql, String remark) implements DdlStep {

        @Override
        public String text() {
            return (remark.isEmpty() ? "" : "-- " + oneLine(remark) + "\n") + sql + ";";
        }

        @Override
        public boolean isSayable() {
            return true;
        }
    }

    /**
     * What it cannot.
     *
     * @param change which attribute; null where it is the whole object
     * @param reason why, and what to do instead
     */
    record NotSayable(ObjectName object, @Nullable AttributeChange change, String reason) implements DdlStep {

        @Override
        public String text() {
            var what = change == null
                    ? ""
                    : " " + change.attribute() + " from " + shown(change.from()) + " to " + shown(change.to());
            return "-- cannot be said as DDL: " + oneLine(object + what + ": " + reason);
        }

        @Override
        public boolean isSayable() {
            return false;
        }

        private static String shown(List<String> values) {
            return values.isEmpty() ? "(none)" : String.join(", ", values);
        }
    }

    /** A line break would end the comment, and what follows would be run. */
    private static String oneLine(String text) {
        return text.replaceAll("\\R", " ");
    }
}

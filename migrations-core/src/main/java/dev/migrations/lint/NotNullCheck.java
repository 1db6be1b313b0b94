package dev.migrations.lint;

import dev.migrations.ddl.Constraint;
import dev.migrations.ddl.Constraint.Kind;
import dev.migrations.script.Identifier;
import java.util.regex.Pattern;

/** Knows the constraints that let SET NOT NULL pass without reading the table. */
final class NotNullCheck {

    private static final Pattern IS_NOT_NULL =
            Pattern.compile("\\(*(?<column>\\w+|\"[^\"]+\")\\s+is\\s+not\\s+null\\)*", Pattern.CASE_INSENSITIVE);
    private static final Pattern AND = Pattern.compile("\\s+and\\s+", Pattern.CASE_INSENSITIVE);

    private NotNullCheck() {}

    static boolean demands(Constraint constraint, Identifier column) {
        if (constraint.kind() == Kind.NOT_NULL) {
            return constraint.columns().contains(column);
        }
        var condition = constraint.condition();
        return constraint.kind() == Kind.CHECK
                && condition != null
                && AND.splitAsStream(condition.text()).anyMatch(part -> isNotNull(part.strip(), column));
    }

    private static boolean isNotNull(String condition, Identifier column) {
        var matcher = IS_NOT_NULL.matcher(condition);
        return matcher.matches() && Identifier.parse(matcher.group("column")).equals(column);
    }
}

package dev.migrations.rule;

import dev.migrations.ddl.DataType;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The changes of type that touch no row: binary-coercible types, and wider limits of one type (pg_cast, and the transform
 * functions of varchar, numeric, varbit, time, timestamp and interval in PostgreSQL's sources).
 */
final class TypeWidening {

    private static final Set<String> ONE_LIMIT =
            Set.of("varchar", "varbit", "time", "timetz", "timestamp", "timestamptz");

    private TypeWidening() {}

    static boolean isFree(DataType from, DataType to) {
        if (from.isArray() != to.isArray()) {
            return false;
        }
        if (from.name().equals(to.name())) {
            return isWider(from, to);
        }
        return switch (from.name() + " " + to.name()) {
            case "varchar text", "cidr inet" -> true;
            case "text varchar" -> to.modifiers().isEmpty();
            default -> false;
        };
    }

    private static boolean isWider(DataType from, DataType to) {
        if (from.modifiers().equals(to.modifiers())) {
            return true;
        }
        if (from.name().equals("numeric")) {
            return to.modifiers().isEmpty() || (sameScale(from, to) && isAtLeast(to.modifiers(), from.modifiers()));
        }
        return ONE_LIMIT.contains(from.name())
                && (to.modifiers().isEmpty() || isAtLeast(to.modifiers(), from.modifiers()));
    }

    private static boolean sameScale(DataType from, DataType to) {
        return scale(from.modifiers()) == scale(to.modifiers());
    }

    private static int scale(List<String> modifiers) {
        var scale = modifiers.size() > 1 ? number(modifiers.get(1)) : Integer.valueOf(0);
        return scale == null ? -1 : scale;
    }

    /** No limit at all is the widest. */
    private static boolean isAtLeast(List<String> to, List<String> from) {
        var wide = to.isEmpty() ? null : number(to.get(0));
        var narrow = from.isEmpty() ? null : number(from.get(0));
        return wide != null && narrow != null && wide >= narrow;
    }

    private static @Nullable Integer number(String modifier) {
        return modifier.matches("[0-9]{1,9}") ? Integer.valueOf(modifier) : null;
    }
}

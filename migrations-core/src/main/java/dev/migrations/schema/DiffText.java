package dev.migrations.schema;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Writes a difference for a person: one line an object, with a table's parts next to it, and below it what of it has changed. A
 * text of several lines is compared line by line, and of a list of things without an order only those are shown that came or went.
 */
public final class DiffText {

    /** Lines around a change that are shown with it. */
    private static final int CONTEXT = 3;

    /** Where the two files are named, which these are none of. */
    private static final int HEADER_LINES = 2;

    private DiffText() {}

    /**
     * Lines such as {@code + table public.orders} or {@code ~ column public.users.name}, the latter followed by what changed.
     */
    public static List<String> render(SchemaDiff diff) {
        return Stream.of(
                        diff.removed().stream().map(object -> new Entry("-", object.name(), List.of())),
                        diff.added().stream().map(object -> new Entry("+", object.name(), List.of())),
                        diff.changed().stream().map(change -> new Entry("~", change.name(), change.changes())))
                .flatMap(entries -> entries)
                .sorted(Entry.ORDER)
                .flatMap(entry -> entry.lines().stream())
                .toList();
    }

    /** What is said of one object. */
    private record Entry(String sign, ObjectName name, List<AttributeChange> changes) {

        private static final Comparator<Entry> ORDER = Comparator.comparing((Entry entry) -> entry.name.schema())
                .thenComparing(entry -> entry.name.relation().isEmpty() ? entry.name.name() : entry.name.relation())
                .thenComparing(Entry::name);

        private List<String> lines() {
            var lines = new ArrayList<String>();
            lines.add(sign + " " + name);
            for (var change : changes) {
                attribute(change).forEach(line -> lines.add("    " + line));
            }
            return lines;
        }
    }

    private static List<String> attribute(AttributeChange change) {
        if (isText(change.from()) || isText(change.to())) {
            return titled(change, textDifference(change.from(), change.to()));
        }
        if (change.attribute().isSet() && change.from().size() + change.to().size() > 2) {
            return titled(change, setDifference(change.from(), change.to()));
        }
        return List.of(change.attribute() + ": " + shown(change.from()) + " -> " + shown(change.to()));
    }

    private static List<String> titled(AttributeChange change, List<String> below) {
        return Stream.concat(Stream.of(change.attribute() + ":"), below.stream().map(line -> "  " + line))
                .toList();
    }

    private static boolean isText(List<String> values) {
        return values.size() == 1 && values.get(0).contains("\n");
    }

    private static List<String> textDifference(List<String> from, List<String> to) {
        var before = lines(from);
        var after = lines(to);
        var unified = UnifiedDiffUtils.generateUnifiedDiff("", "", before, DiffUtils.diff(before, after), CONTEXT);
        return unified.subList(HEADER_LINES, unified.size());
    }

    private static List<String> lines(List<String> values) {
        return values.stream().flatMap(value -> value.strip().lines()).toList();
    }

    private static List<String> setDifference(List<String> from, List<String> to) {
        return Stream.concat(
                        from.stream().filter(value -> !to.contains(value)).map(value -> "- " + value),
                        to.stream().filter(value -> !from.contains(value)).map(value -> "+ " + value))
                .toList();
    }

    private static String shown(List<String> values) {
        return values.isEmpty() ? "(none)" : String.join(", ", values);
    }
}

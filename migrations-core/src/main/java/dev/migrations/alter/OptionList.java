package dev.migrations.alter;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Options such as {@code fillfactor=70}, in parentheses. */
final class OptionList {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_]+|-?[0-9]+(?:\\.[0-9]+)?");
    private static final String SECRET = "***";

    private OptionList() {}

    /** All of them, as behind {@code with} and {@code set}. */
    static String given(List<String> options) {
        return options.stream()
                .map(option -> name(option) + " = " + value(option))
                .collect(Collectors.joining(", ", "(", ")"));
    }

    /** {@code reset (…)} and {@code set (…)}, each where there is something to say. */
    static List<String> changes(List<String> from, List<String> to) {
        var old = byName(from);
        var now = byName(to);
        var changes = new ArrayList<String>();
        var gone = old.keySet().stream().filter(name -> !now.containsKey(name)).toList();
        if (!gone.isEmpty()) {
            changes.add("reset (" + String.join(", ", gone) + ")");
        }
        var set = to.stream().filter(option -> !from.contains(option)).toList();
        if (!set.isEmpty()) {
            changes.add("set " + given(set));
        }
        return changes;
    }

    /** {@code options (add a 'x', set b 'y', drop c)}, without secrets; empty where there is nothing to say. */
    static String foreignChanges(List<String> from, List<String> to) {
        var old = byName(from);
        var now = byName(to);
        var changes = new ArrayList<String>();
        now.forEach((name, value) -> {
            if (!value.equals(SECRET) && !value.equals(old.get(name))) {
                changes.add((old.containsKey(name) ? "set " : "add ") + name + " " + SqlName.literal(value));
            }
        });
        old.keySet().stream().filter(name -> !now.containsKey(name)).forEach(name -> changes.add("drop " + name));
        return changes.isEmpty() ? "" : "options (" + String.join(", ", changes) + ")";
    }

    /** {@code options (a 'x', b 'y')}, without secrets; empty where there are none. */
    static String foreignOptions(List<String> options) {
        var given = new ArrayList<String>();
        byName(options).forEach((name, value) -> {
            if (!value.equals(SECRET)) {
                given.add(name + " " + SqlName.literal(value));
            }
        });
        return given.isEmpty() ? "" : "options (" + String.join(", ", given) + ")";
    }

    /** Whether there is a value among what is new that a snapshot does not show. */
    static boolean hasSecret(List<String> from, List<String> to) {
        return to.stream().anyMatch(option -> option.endsWith("=" + SECRET) && !from.contains(option));
    }

    private static Map<String, String> byName(List<String> options) {
        var byName = new LinkedHashMap<String, String>();
        options.forEach(option -> byName.put(name(option), option.substring(option.indexOf('=') + 1)));
        return byName;
    }

    private static String name(String option) {
        var end = option.indexOf('=');
        var name = end < 0 ? option : option.substring(0, end);
        return name.startsWith("toast.") ? name : SqlName.quoted(name);
    }

    private static String value(String option) {
        var value = option.substring(option.indexOf('=') + 1);
        return PLAIN.matcher(value).matches() ? value : SqlName.literal(value);
    }
}

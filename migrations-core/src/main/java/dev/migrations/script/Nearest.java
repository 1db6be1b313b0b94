package dev.migrations.script;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;

/** The directive that somebody probably meant. */
final class Nearest {

    private static final Map<String, String> EXAMPLES = Map.of(
            "transaction", "transaction=none",
            "run", "run=always",
            "lock-timeout", "lock-timeout=5s",
            "statement-timeout", "statement-timeout=10min",
            "lint-ignore", "lint-ignore=rule-code");

    private Nearest() {}

    static String key(String written) {
        var wanted = written.toLowerCase(Locale.ROOT).replace('_', '-');
        return DirectiveReader.KEYS.stream()
                .min(Comparator.comparingInt(key -> distance(key, wanted)))
                .orElseThrow();
    }

    static String example(String written) {
        return EXAMPLES.getOrDefault(key(written), "transaction=none");
    }

    /** Levenshtein's distance: how many letters to insert, drop or replace. */
    private static int distance(String a, String b) {
        var row = new int[b.length() + 1];
        Arrays.setAll(row, i -> i);
        for (var i = 1; i <= a.length(); i++) {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.length(); j++) {
                var replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}

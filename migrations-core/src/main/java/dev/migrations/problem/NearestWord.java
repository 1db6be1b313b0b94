package dev.migrations.problem;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** What someone probably meant, for words that are nearly right. */
public final class NearestWord {

    private NearestWord() {}

    /** The candidate with the fewest changed letters, if at most a third of the word is changed. */
    public static Optional<String> find(String word, Collection<String> candidates) {
        var plain = kebab(word);
        return candidates.stream()
                .min(Comparator.comparingInt(candidate -> distance(plain, kebab(candidate))))
                .filter(candidate -> distance(plain, kebab(candidate)) <= Math.max(1, candidate.length() / 3));
    }

    /** {@code dbpoolName} and {@code dbpool_name} are {@code dbpool-name} in other habits. */
    private static String kebab(String word) {
        return word.replaceAll("([a-z])([A-Z])", "$1-$2")
                .replaceAll("[_ .]", "-")
                .toLowerCase(Locale.ROOT);
    }

    /** Levenshtein's distance, row by row; two swapped letters count as one change. */
    private static int distance(String left, String right) {
        var beforeLast = new int[right.length() + 1];
        var last = new int[right.length() + 1];
        for (var j = 0; j < last.length; j++) {
            last[j] = j;
        }
        for (var i = 1; i <= left.length(); i++) {
            var row = new int[right.length() + 1];
            row[0] = i;
            for (var j = 1; j < row.length; j++) {
                var substitution = left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + substitution);
                if (i > 1
                        && j > 1
                        && left.charAt(i - 1) == right.charAt(j - 2)
                        && left.charAt(i - 2) == right.charAt(j - 1)) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
            }
            beforeLast = last;
            last = row;
        }
        return last[right.length()];
    }
}

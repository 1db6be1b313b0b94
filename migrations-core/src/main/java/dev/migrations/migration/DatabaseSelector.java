package dev.migrations.migration;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which databases a folder runs on.
 *
 * @param patterns names of databases, in which {@code *} stands for any characters; empty when the folder does not say
 */
public record DatabaseSelector(List<String> patterns) {

    /** Names no database. */
    public static final DatabaseSelector NONE = new DatabaseSelector(List.of());

    public DatabaseSelector {
        patterns = List.copyOf(patterns);
    }

    /** Whether the folder leaves the choice to the caller. */
    public boolean isEmpty() {
        return patterns.isEmpty();
    }

    /** The available names that a pattern names: by pattern, then as they were given, each once. */
    public List<String> select(Collection<String> available) {
        var selected = new LinkedHashSet<String>();
        for (var pattern : patterns) {
            var names = glob(pattern).asMatchPredicate();
            available.stream().filter(names).forEach(selected::add);
        }
        return List.copyOf(selected);
    }

    /** The patterns that name none of the available databases. */
    public List<String> unmatched(Collection<String> available) {
        return patterns.stream()
                .filter(pattern -> available.stream().noneMatch(glob(pattern).asMatchPredicate()))
                .toList();
    }

    private static Pattern glob(String pattern) {
        var literal = Arrays.stream(pattern.split("\\*", -1)).map(Pattern::quote);
        return Pattern.compile(literal.collect(Collectors.joining(".*")), Pattern.DOTALL);
    }
}

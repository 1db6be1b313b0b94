package dev.migrations.rule;

import dev.migrations.ddl.TableAction.AttachPartition;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The bounds of a partition as checks that say the same, so that PostgreSQL need not read the rows (manual, 5.12.2.2).
 *
 * @param inside  holds for all rows of the partition
 * @param outside holds for all rows of other partitions
 */
record PartitionBounds(String inside, String outside) {

    private static final Pattern KEY =
            Pattern.compile("(range|list) ?\\( ?(?<key>\\w+|\"[^\"]+\") ?\\)", Pattern.CASE_INSENSITIVE);
    private static final Pattern RANGE = Pattern.compile(
            "for values from ?\\((?<low>.*)\\) to ?\\((?<high>.*)\\)", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern LIST =
            Pattern.compile("for values in ?\\((?<values>.*)\\)", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern NULL = Pattern.compile("\\bnull\\b", Pattern.CASE_INSENSITIVE);

    /** Known where the table is cut by one column. */
    static Optional<PartitionBounds> find(AttachPartition attach, String partitioning) {
        var key = KEY.matcher(partitioning);
        return key.matches() ? find(key.group("key"), attach.bounds()) : Optional.empty();
    }

    private static Optional<PartitionBounds> find(String key, String bounds) {
        var range = RANGE.matcher(bounds);
        if (range.matches()) {
            return Optional.of(
                    range(key, range.group("low").strip(), range.group("high").strip()));
        }
        var list = LIST.matcher(bounds);
        if (list.matches() && !NULL.matcher(bounds).find()) {
            var values = list.group("values").strip();
            return Optional.of(new PartitionBounds(
                    "%1$s is not null and %1$s in (%2$s)".formatted(key, values),
                    "%1$s is null or %1$s not in (%2$s)".formatted(key, values)));
        }
        return Optional.empty();
    }

    private static PartitionBounds range(String key, String low, String high) {
        var hasLow = !low.toLowerCase(Locale.ROOT).equals("minvalue");
        var hasHigh = !high.toLowerCase(Locale.ROOT).equals("maxvalue");
        return new PartitionBounds(
                join(" and ", key + " is not null", hasLow, key + " >= " + low, hasHigh, key + " < " + high),
                join(" or ", key + " is null", hasLow, key + " < " + low, hasHigh, key + " >= " + high));
    }

    private static String join(String word, String always, boolean hasLow, String low, boolean hasHigh, String high) {
        return Stream.of(
                        Stream.of(always),
                        hasLow ? Stream.of(low) : Stream.<String>of(),
                        hasHigh ? Stream.of(high) : Stream.<String>of())
                .flatMap(part -> part)
                .collect(Collectors.joining(word));
    }
}

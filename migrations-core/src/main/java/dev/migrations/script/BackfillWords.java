package dev.migrations.script;

import dev.migrations.problem.SourceLocation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what follows the word {@code backfill} of a directive: one line of {@code key=value}. */
final class BackfillWords {

    static final String WORD = "backfill";
    static final List<String> KEYS = List.of("table", "key", "batch", "min-batch", "max-batch", "target", "pause");

    private static final Pattern NAME_PART = Pattern.compile("\"(?:[^\"]|\"\")+\"|[\\p{L}_][\\p{L}0-9_$]*");
    private static final Pattern COUNT = Pattern.compile("[1-9][0-9]{0,6}");
    private static final String COUNT_FORM = "a count of rows from 1 to 9999999";
    private static final String TABLE_FORM = "a table's name as in SQL, such as users or shop.users, without blanks";
    private static final String KEY_FORM = "a column's name, or several with commas between, such as tenant_id,id";
    private static final String TIME_FORM = "a number with a unit (us, ms, s, min, h, d), such as 500ms";

    private static final int DEFAULT_BATCH = 1_000;
    private static final int DEFAULT_LEAST = 100;
    private static final int DEFAULT_MOST = 100_000;
    private static final Duration DEFAULT_TARGET = Duration.ofMillis(500);
    private static final Duration DEFAULT_PAUSE = Duration.ofMillis(20);

    private final ScriptBytes in;
    private final long offset;
    private final SourceLocation location;
    private final Map<String, String> written = new LinkedHashMap<>();
    private @Nullable QualifiedName table;
    private List<String> key = List.of();
    private final Map<String, Integer> counts = new LinkedHashMap<>();
    private final Map<String, Duration> times = new LinkedHashMap<>();

    BackfillWords(ScriptBytes in, long offset) {
        this.in = in;
        this.offset = offset;
        this.location = in.places().locate(offset);
    }

    void read(String name, String value, long nameOffset, long valueOffset) {
        if (!KEYS.contains(name)) {
            throw in.defect(nameOffset, DirectiveProblems.unknownBackfillKey(name));
        }
        if (written.put(name, value) != null) {
            throw in.defect(nameOffset, DirectiveProblems.repeatedDirective(name));
        }
        switch (name) {
            case "table" -> table = table(value).orElseThrow(() -> wrong(name, valueOffset, TABLE_FORM));
            case "key" -> key = columns(value).orElseThrow(() -> wrong(name, valueOffset, KEY_FORM));
            case "target", "pause" -> times.put(name, time(name, valueOffset));
            default -> counts.put(name, count(name, valueOffset));
        }
    }

    private int count(String name, long at) {
        var value = String.valueOf(written.get(name));
        if (!COUNT.matcher(value).matches()) {
            throw wrong(name, at, COUNT_FORM);
        }
        return Integer.parseInt(value);
    }

    private Duration time(String name, long at) {
        return PostgresDuration.parse(String.valueOf(written.get(name)))
                .filter(time -> name.equals("pause") || !time.isZero())
                .orElseThrow(() -> wrong(name, at, TIME_FORM));
    }

    private ScriptException wrong(String name, long at, String form) {
        return in.defect(at, DirectiveProblems.directiveValue(name, String.valueOf(written.get(name)), form));
    }

    BackfillDirective finish() {
        var named = table;
        if (named == null || key.isEmpty()) {
            throw in.defect(offset, DirectiveProblems.incompleteBackfill(named == null ? "table" : "key"));
        }
        var batch = counts.getOrDefault("batch", DEFAULT_BATCH);
        var least = counts.getOrDefault("min-batch", Math.min(batch, DEFAULT_LEAST));
        var most = counts.getOrDefault("max-batch", Math.max(batch, DEFAULT_MOST));
        if (least > batch || batch > most) {
            throw in.defect(offset, DirectiveProblems.batchOutOfBounds(batch, least, most));
        }
        return new BackfillDirective(
                named,
                key,
                batch,
                least,
                most,
                times.getOrDefault("target", DEFAULT_TARGET),
                times.getOrDefault("pause", DEFAULT_PAUSE),
                location);
    }

    private static Optional<QualifiedName> table(String value) {
        return names(value, '.')
                .filter(parts -> parts.size() <= 2)
                .map(parts -> new QualifiedName(parts.size() == 2 ? parts.get(0) : null, parts.get(parts.size() - 1)));
    }

    private static Optional<List<String>> columns(String value) {
        return names(value, ',').filter(names -> names.stream().distinct().count() == names.size());
    }

    private static Optional<List<String>> names(String value, char separator) {
        var names = new ArrayList<String>();
        var part = NAME_PART.matcher(value);
        var at = 0;
        while (part.find(at) && part.start() == at) {
            names.add(NameText.unquote(part.group()));
            at = part.end();
            if (at == value.length()) {
                return Optional.of(names);
            }
            if (value.charAt(at) != separator) {
                break;
            }
            at++;
        }
        return Optional.empty();
    }
}

package dev.migrations.database;

import dev.migrations.problem.SourceLocation;
import dev.migrations.script.BackfillStatement;
import dev.migrations.script.BackfillStatement.Bound;
import java.util.ArrayList;
import java.util.List;

/** The statement of a backfill with parameters in place of {@code :from} and {@code :to}, each with the type of its column. */
final class BoundStatement {

    private final BackfillStatement source;
    private final String text;
    private final List<Integer> positions = new ArrayList<>();
    private final List<Integer> ends = new ArrayList<>();

    BoundStatement(BackfillStatement source, BackfillKey key) {
        this.source = source;
        var original = source.statement().text();
        var bound = new StringBuilder();
        var at = 0;
        for (var mark : source.marks()) {
            bound.append(original, at, mark.start());
            appendParameters(bound, key);
            ends.add(bound.length());
            at = mark.end();
        }
        this.text = bound.append(original, at, original.length()).toString();
    }

    private void appendParameters(StringBuilder bound, BackfillKey key) {
        var names = new ArrayList<String>();
        for (var i = 1; i <= key.columns().size(); i++) {
            names.add("$" + (positions.size() + i));
        }
        var value = key.cast(names);
        for (var name : names) {
            positions.add(bound.length() + value.indexOf("cast(" + name + " as ") + "cast(".length());
        }
        bound.append(value);
    }

    /** Adds it for the keys from one to another, both inclusive. */
    void add(Pipeline pipeline, List<String> from, List<String> to) {
        var values = new ArrayList<String>();
        source.marks().forEach(mark -> values.addAll(mark.bound() == Bound.FROM ? from : to));
        pipeline.add(text, positions.stream().mapToInt(Integer::intValue).toArray(), values);
    }

    /** The place in the file of a character of what was sent; the statement's own where the server names none. */
    SourceLocation locationOf(int position) {
        if (position <= 0) {
            return source.statement().location();
        }
        var unit = text.offsetByCodePoints(0, Math.min(position - 1, text.codePointCount(0, text.length())));
        var original = original(unit);
        return source.statement().locationOf(source.statement().text().codePointCount(0, original) + 1);
    }

    private int original(int unit) {
        var shift = 0;
        for (var i = 0; i < ends.size(); i++) {
            var mark = source.marks().get(i);
            if (unit < mark.start() + shift) {
                break;
            }
            if (unit < ends.get(i)) {
                return mark.start();
            }
            shift = ends.get(i) - mark.end();
        }
        return unit - shift;
    }
}

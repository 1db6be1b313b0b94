package dev.migrations.alter;

import dev.migrations.schema.Attribute;
import dev.migrations.schema.SchemaObject;
import java.util.EnumSet;
import java.util.Set;

/** How a sequence counts, whether it stands alone or behind an identity. */
final class SequenceOptions {

    static final Set<Attribute> ALL = EnumSet.of(
            Attribute.START,
            Attribute.INCREMENT,
            Attribute.MINIMUM,
            Attribute.MAXIMUM,
            Attribute.CACHE,
            Attribute.CYCLE);

    private SequenceOptions() {}

    /** What is not as by default, as behind {@code create sequence}. */
    static String given(SchemaObject sequence) {
        var text = new StringBuilder();
        sequence.find(Attribute.INCREMENT)
                .ifPresent(value -> text.append(" increment ").append(value));
        sequence.find(Attribute.MINIMUM)
                .ifPresent(value -> text.append(" minvalue ").append(value));
        sequence.find(Attribute.MAXIMUM)
                .ifPresent(value -> text.append(" maxvalue ").append(value));
        sequence.find(Attribute.START).ifPresent(value -> text.append(" start ").append(value));
        sequence.find(Attribute.CACHE).ifPresent(value -> text.append(" cache ").append(value));
        sequence.find(Attribute.CYCLE).ifPresent(value -> text.append(" cycle"));
        return text.toString();
    }

    /** All of them, defaults as well, each behind this word. */
    static String all(SchemaObject sequence, String word) {
        var increment = sequence.find(Attribute.INCREMENT).orElse("1");
        var first = increment.startsWith("-")
                ? sequence.find(Attribute.MAXIMUM).orElse("-1")
                : sequence.find(Attribute.MINIMUM).orElse("1");
        return word + "increment " + increment
                + sequence.find(Attribute.MINIMUM)
                        .map(value -> word + "minvalue " + value)
                        .orElse(word + "no minvalue")
                + sequence.find(Attribute.MAXIMUM)
                        .map(value -> word + "maxvalue " + value)
                        .orElse(word + "no maxvalue")
                + word + "start " + sequence.find(Attribute.START).orElse(first)
                + word + "cache " + sequence.find(Attribute.CACHE).orElse("1")
                + word + (sequence.find(Attribute.CYCLE).isPresent() ? "cycle" : "no cycle");
    }
}

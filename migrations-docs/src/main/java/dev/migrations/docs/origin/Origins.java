package dev.migrations.docs.origin;

import dev.migrations.schema.ObjectKind;
import dev.migrations.schema.ObjectName;
import dev.migrations.schema.SchemaSnapshot;
import dev.migrations.script.QualifiedName;
import dev.migrations.script.SqlScript;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the objects of a snapshot come from, as far as the scripts say.
 *
 * <ol>
 *   <li>Each script is read statement by statement, those in the body of a {@code DO} as well, wherever control may lead.
 *   <li>What is put together when it runs, or is not understood, is left out and {@linkplain #unread() told of}.
 *   <li>A routine has an origin only where its name is not overloaded, as the scripts' arguments are not read.
 * </ol>
 */
public final class Origins {

    private final Map<ObjectName, Origin> origins;
    private final List<String> unread;

    private Origins(Map<ObjectName, Origin> origins, List<String> unread) {
        this.origins = Map.copyOf(origins);
        this.unread = List.copyOf(unread);
    }

    /** Of nothing. */
    public static Origins unknown() {
        return new Origins(Map.of(), List.of());
    }

    /**
     * From scripts.
     *
     * @param scripts in the order in which they ran
     */
    public static Origins of(SchemaSnapshot snapshot, List<SqlScript> scripts) {
        var history = new ScriptHistory();
        scripts.forEach(history::follow);
        var counts = counts(snapshot);
        var origins = new HashMap<ObjectName, Origin>();
        for (var object : snapshot.objects()) {
            var tracked = find(object.name(), history.objects(), counts);
            tracked.flatMap(TrackedObject::origin).ifPresent(origin -> origins.put(object.name(), origin));
            for (var column : object.parts(ObjectKind.COLUMN)) {
                tracked.flatMap(found -> found.column(column.name().name()))
                        .ifPresent(origin -> origins.put(column.name(), origin));
            }
        }
        return new Origins(origins, history.unread());
    }

    /** Of an object or a column. */
    public Optional<Origin> find(ObjectName name) {
        return Optional.ofNullable(origins.get(name));
    }

    /** The statements that were not understood, such as {@code 003_x.up.sql:7}. */
    public List<String> unread() {
        return unread;
    }

    /** A name that a script wrote without a schema is one of {@code public}, unless only another schema has it. */
    private static Optional<TrackedObject> find(ObjectName name, TrackedObjects objects, Map<Named, Integer> counts) {
        var family = Family.of(name.kind()).orElse(null);
        if (family == null) {
            return Optional.empty();
        }
        var own = new Named(family, family == Family.ROUTINE ? name.schema() : null, bare(name));
        var anywhere = new Named(family, null, bare(name));
        if (family == Family.ROUTINE && counts.getOrDefault(own, 0) > 1) {
            return Optional.empty();
        }
        var schema = family.isInSchema() ? name.schema() : null;
        var found = objects.family(family).findExactly(new QualifiedName(schema, bare(name)));
        return found.isPresent() || (!name.schema().equals("public") && counts.getOrDefault(anywhere, 0) > 1)
                ? found
                : objects.family(family).findExactly(new QualifiedName(null, bare(name)));
    }

    private static Map<Named, Integer> counts(SchemaSnapshot snapshot) {
        var counts = new HashMap<Named, Integer>();
        for (var object : snapshot.objects()) {
            var name = object.name();
            Family.of(name.kind()).ifPresent(family -> {
                counts.merge(new Named(family, null, bare(name)), 1, Integer::sum);
                counts.merge(new Named(family, name.schema(), bare(name)), 1, Integer::sum);
            });
        }
        return counts;
    }

    private static String bare(ObjectName name) {
        var arguments = Family.of(name.kind()).filter(Family.ROUTINE::equals).isPresent()
                ? name.name().indexOf('(')
                : -1;
        return arguments < 0 ? name.name() : name.name().substring(0, arguments);
    }

    private record Named(Family family, @Nullable String schema, String name) {}
}

package dev.migrations.drift;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a database was made of at one moment, in a few hashes.
 *
 * @param takenAt by the server's clock
 * @param method  how it was computed
 * @param ignored what is left out, as a regular expression; empty if nothing is
 * @param parts   one for each kind of object in each schema
 */
public record Fingerprint(Instant takenAt, String method, String ignored, List<Part> parts) {

    public Fingerprint {
        parts = List.copyOf(parts);
    }

    /**
     * The objects of one kind in one schema.
     *
     * @param kind    such as {@code table} or {@code column}
     * @param schema  empty for what lives in no schema
     * @param objects how many there are
     * @param hash    of all that they are
     */
    public record Part(String kind, String schema, int objects, String hash) {}

    /**
     * A part that is not what it was.
     *
     * @param kind   such as {@code table} or {@code column}
     * @param schema empty for what lives in no schema
     * @param from   how many objects there were
     * @param to     how many there are
     */
    public record Change(String kind, String schema, int from, int to) {

        /** Such as {@code index in public: 6 -> 5} or {@code column in public: 1 or more of 20 changed}. */
        public String sentence() {
            var place = schema.isEmpty() ? kind : kind + " in " + schema;
            return place + ": " + (from == to ? "changed, of " + to : from + " -> " + to);
        }
    }

    /** Which parts of a later one differ. */
    public List<Change> changes(List<Part> now) {
        var before = byPlace(parts);
        var after = byPlace(now);
        var changes = new ArrayList<Change>();
        before.forEach((place, part) -> {
            var is = after.remove(place);
            if (is == null) {
                changes.add(new Change(part.kind(), part.schema(), part.objects(), 0));
            } else if (!is.hash().equals(part.hash())) {
                changes.add(new Change(part.kind(), part.schema(), part.objects(), is.objects()));
            }
        });
        after.values().forEach(part -> changes.add(new Change(part.kind(), part.schema(), 0, part.objects())));
        return changes;
    }

    private static Map<List<String>, Part> byPlace(List<Part> parts) {
        var map = new TreeMap<List<String>, Part>((one, other) -> {
            var bySchema = one.get(0).compareTo(other.get(0));
            return bySchema != 0 ? bySchema : one.get(1).compareTo(other.get(1));
        });
        parts.forEach(part -> map.put(List.of(part.schema(), part.kind()), part));
        return map;
    }
}

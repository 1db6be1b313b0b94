package dev.migrations.script;

import dev.migrations.problem.SourceLocation;
import java.time.Duration;
import java.util.List;

/**
 * What {@code -- migrations: backfill table=users key=id batch=1000} says: the script's one statement runs again and again,
 * each time for the next range of keys.
 *
 * @param table    {@code table}: whose rows it goes through
 * @param key      {@code key}: the columns of a unique key, in its order, as the catalogue has them
 * @param batch    {@code batch}: how many rows the first batch takes; 1,000 unless told otherwise
 * @param least    {@code min-batch}: no batch is meant to take fewer; 100 unless told otherwise, or the first batch's
 * @param most     {@code max-batch}: no batch takes more; 100,000 unless told otherwise, or the first batch's
 * @param target   {@code target}: how long a batch should take; half a second unless told otherwise
 * @param pause    {@code pause}: how long to rest between two batches; 20 ms unless told otherwise
 * @param location where the directive stands
 */
public record BackfillDirective(
        QualifiedName table,
        List<String> key,
        int batch,
        int least,
        int most,
        Duration target,
        Duration pause,
        SourceLocation location) {

    public BackfillDirective {
        key = List.copyOf(key);
    }
}

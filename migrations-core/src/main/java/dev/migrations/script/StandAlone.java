package dev.migrations.script;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a statement that stands alone would do: what must be known to heal what a broken run of it left, and to run it again. */
public sealed interface StandAlone {

    /**
     * {@code CREATE INDEX CONCURRENTLY}.
     *
     * @param index       in the schema of its table, always; null where PostgreSQL makes up a name
     * @param table       as written
     * @param ifNotExists whether the statement passes over an index of that name, be it valid or not
     */
    record CreateIndex(@Nullable QualifiedName index, QualifiedName table, boolean ifNotExists) implements StandAlone {}

    /** {@code DROP INDEX CONCURRENTLY}. */
    record DropIndex(List<QualifiedName> indexes, boolean ifExists) implements StandAlone {
        public DropIndex {
            indexes = List.copyOf(indexes);
        }
    }

    /**
     * {@code REINDEX … CONCURRENTLY}.
     *
     * @param kind {@code INDEX}, {@code TABLE}, {@code SCHEMA} or {@code DATABASE}
     * @param name of that; null for a {@code DATABASE} without a name
     */
    record Reindex(String kind, @Nullable QualifiedName name) implements StandAlone {}

    /** {@code ALTER TABLE … DETACH PARTITION … CONCURRENTLY}. */
    record DetachPartition(QualifiedName table, QualifiedName partition) implements StandAlone {}

    /** Any other command. */
    record Other(Effect effect) implements StandAlone {}

    /** What it means when nobody knows whether a command was done. */
    enum Effect {
        /** Done once, it fails the second time: {@code CREATE DATABASE}. */
        CREATES,
        /** Done once, it fails the second time, unless {@code IF EXISTS} is written: {@code DROP DATABASE}. */
        DROPS,
        /** May be run any number of times: {@code VACUUM}. */
        REPEATABLE,
        /** Only a person can say: {@code CALL}. */
        UNKNOWN
    }

    /** Whether other sessions' reads or writes may queue up behind its wait for a lock. */
    static boolean blocksTraffic(SqlStatement statement) {
        return TrafficLocks.areTakenBy(statement);
    }

    /** Reads the statement's words; any statement may be asked for. */
    static StandAlone of(SqlStatement statement) {
        return StandAloneParser.parse(statement);
    }
}

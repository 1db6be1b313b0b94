package dev.migrations;

import dev.migrations.migration.Migration;
import dev.migrations.migration.MigrationVersion;
import dev.migrations.migration.RepeatableMigration;
import dev.migrations.problem.MigrationException;
import dev.migrations.problem.Problem;
import dev.migrations.schema.SchemaDiff;
import dev.migrations.schema.SchemaSnapshot;
import dev.migrations.verify.ScriptCheck;
import dev.migrations.verify.Verdict;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Goes up a folder's versions on a scratch database, with one step back at each.
 *
 * <ol>
 *   <li>The schema is looked at before a version, after its way up, after its way down, and after its second way up.
 *   <li>The second way up leads to the next version, unless it left something behind, or the way down failed: then a new
 *       scratch database is brought to where the next version begins, so that each version is judged by itself.
 *   <li>Repeatables come last, as they do in a run: each once, then each again, which must change nothing.
 * </ol>
 */
final class Stairway {

    private final List<Migration> migrations;
    private final Seeds seeds;
    private final Ground ground;
    private final Cancellation cancellation;
    private @Nullable Footing footing;
    private @Nullable SchemaSnapshot standing;

    /**
     * Knows the steps.
     *
     * @param migrations all that are tried, and those below
     * @param ground     where they are tried
     */
    Stairway(List<Migration> migrations, Seeds seeds, Ground ground, Cancellation cancellation) {
        this.migrations = migrations;
        this.seeds = seeds;
        this.ground = ground;
        this.cancellation = cancellation;
    }

    /** Tries the version at this place among all. */
    ScriptCheck step(int index) {
        var start = System.nanoTime();
        var migration = migrations.get(index);
        return tried(index).check(migration.version(), migration.up().name(), since(start));
    }

    /** Tries a repeatable, with those before it in place. */
    ScriptCheck repeat(List<RepeatableMigration> upTo) {
        var start = System.nanoTime();
        var repeatable = upTo.get(upTo.size() - 1);
        return tried(upTo, repeatable).check(null, repeatable.script().name(), since(start));
    }

    /** The scratch database of the last step. */
    String database() {
        return footing == null ? "" : footing.database();
    }

    void leave() {
        if (footing != null) {
            footing.close();
            footing = null;
        }
    }

    private Outcome tried(int index) {
        var with = migrations.subList(0, index + 1);
        var place = footing(index);
        var before = seeded(place, index);
        if (!before.problems().isEmpty()) {
            return Outcome.failed(Verdict.UP_FAILED, before.problems());
        }
        var up = attempt(() -> place.up(with, List.of()));
        if (!up.isEmpty()) {
            return Outcome.failed(Verdict.UP_FAILED, up);
        }
        var first = place.look();
        if (!hasWayDown(migrations.get(index))) {
            standing = first;
            return Outcome.of(Verdict.NO_DOWN);
        }
        var down = attempt(() -> place.down(with));
        if (!down.isEmpty()) {
            return Outcome.failed(Verdict.DOWN_FAILED, down);
        }
        var left = before.schema().to(place.look());
        var again = attempt(() -> place.up(with, List.of()));
        if (!again.isEmpty()) {
            return new Outcome(Verdict.UP_AGAIN_FAILED, left, SchemaDiff.NONE, again);
        }
        return landed(left, first, place.look());
    }

    private Outcome landed(SchemaDiff left, SchemaSnapshot first, SchemaSnapshot second) {
        var difference = first.to(second);
        standing = difference.isEmpty() ? second : null;
        var verdict = left.isEmpty() && difference.isEmpty() ? Verdict.EXACT : Verdict.RESIDUE;
        return new Outcome(verdict, left, difference, List.of());
    }

    private Outcome tried(List<RepeatableMigration> upTo, RepeatableMigration repeatable) {
        var place = footing(migrations.size());
        var up = attempt(() -> place.up(migrations, upTo));
        if (!up.isEmpty()) {
            return Outcome.failed(Verdict.UP_FAILED, up);
        }
        var first = place.look();
        var again = attempt(() -> place.again(repeatable));
        return again.isEmpty()
                ? landed(SchemaDiff.NONE, first, place.look())
                : Outcome.failed(Verdict.UP_AGAIN_FAILED, again);
    }

    /** Where the last step ended if that is where it should, else a new one. */
    private Footing footing(int index) {
        if (footing != null && standing != null) {
            return footing;
        }
        leave();
        var place = newFooting(index);
        footing = place;
        standing = place.look();
        return place;
    }

    private Footing newFooting(int index) {
        cancellation.check();
        try {
            return ground.at(index);
        } catch (MigrationRunner.Stopped e) {
            throw NotVerifiedException.below(problems(e.reason()));
        } catch (MigrationException e) {
            throw cancellation.isRequested() ? CancelledException.of(e) : e;
        }
    }

    /** The schema before a version, once the rows that it is to meet are there. */
    private Before seeded(Footing place, int index) {
        var schema = standing == null ? place.look() : standing;
        standing = null;
        if (seeds.before(index).isEmpty()) {
            return new Before(schema, List.of());
        }
        var problems = attempt(() -> place.up(migrations.subList(0, index), seeds.before(index)));
        var changed = schema.to(place.look());
        return new Before(schema, changed.isEmpty() ? problems : seeds.changedSchema(index, changed));
    }

    private static boolean hasWayDown(Migration migration) {
        var down = migration
                .down()
                .filter(script -> script.defect() != null || !script.segments().isEmpty());
        return down.isPresent() || migration.backfill().isPresent();
    }

    /** What was against it; none if it went well. */
    private List<Problem> attempt(Step step) {
        cancellation.check();
        try {
            step.run();
            return List.of();
        } catch (MigrationRunner.Stopped e) {
            return problems(e.reason());
        } catch (MigrationException e) {
            return problems(e);
        }
    }

    private List<Problem> problems(MigrationException failure) {
        if (cancellation.isRequested()) {
            throw CancelledException.of(failure);
        }
        return failure.problems();
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private interface Step {

        void run() throws MigrationRunner.Stopped;
    }

    private record Before(SchemaSnapshot schema, List<Problem> problems) {}

    private record Outcome(Verdict verdict, SchemaDiff left, SchemaDiff again, List<Problem> problems) {

        static Outcome of(Verdict verdict) {
            return new Outcome(verdict, SchemaDiff.NONE, SchemaDiff.NONE, List.of());
        }

        static Outcome failed(Verdict verdict, List<Problem> problems) {
            return new Outcome(verdict, SchemaDiff.NONE, SchemaDiff.NONE, problems);
        }

        ScriptCheck check(@Nullable MigrationVersion version, String script, Duration duration) {
            return new ScriptCheck(version, script, verdict, left, again, problems, duration);
        }
    }
}

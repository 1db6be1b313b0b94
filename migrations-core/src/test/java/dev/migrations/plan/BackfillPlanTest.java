package dev.migrations.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrations.history.AppliedMigration;
import dev.migrations.history.Backfill;
import dev.migrations.migration.MigrationVersion;
import dev.migrations.problem.Problem;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BackfillPlanTest {

    private static final String WAITING = "-- migrations: requires-backfill=002\nselect 3;";

    @Test
    void a_version_waits_for_a_backfill_of_the_same_plan() {
        var plan = fresh().file(4).repeatable("views", "select 1;").plan(MigrationTarget.up());
        assertThat(applied(plan)).containsExactly(1L, 2L);
        assertThat(heldBack(plan).sentence())
                .isEqualTo("003_m3.up.sql waits for backfill 002, and 1 version behind it");
        assertThat(plan.isEmpty()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(value = Backfill.State.class, mode = EnumSource.Mode.EXCLUDE, names = "COMPLETED")
    void a_version_waits_as_long_as_rows_are_left(Backfill.State state) {
        var plan = applied(state).plan(MigrationTarget.up());
        assertThat(plan.isEmpty()).isTrue();
        assertThat(plan.isUpToDate()).isTrue();
        assertThat(heldBack(plan).sentence()).isEqualTo("003_m3.up.sql waits for backfill 002");
    }

    @Test
    void a_version_goes_on_when_the_backfill_is_complete() {
        var plan = applied(Backfill.State.COMPLETED).plan(MigrationTarget.up());
        assertThat(applied(plan)).containsExactly(3L);
        assertThat(plan.heldBack()).isNull();
    }

    @Test
    void a_backfill_that_was_only_declared_has_nothing_left_to_do() {
        var situation = new Situation().file(1).backfill(2).file(3, WAITING).row(1);
        situation.row(2, "other", AppliedMigration.State.BASELINE, 0);
        assertThat(applied(situation.plan(MigrationTarget.up()))).containsExactly(3L);
    }

    @Test
    void what_is_held_back_counts_among_the_versions_that_were_asked_for() {
        var plan = fresh().file(4).plan(MigrationTarget.up(3));
        assertThat(applied(plan)).containsExactly(1L, 2L);
        assertThat(heldBack(plan).last()).isEqualTo(new MigrationVersion(3));
        assertThat(fresh().plan(MigrationTarget.up(2)).heldBack()).isNull();
    }

    @Test
    void a_version_that_is_undone_and_applied_again_waits_again() {
        var plan = applied(Backfill.State.COMPLETED)
                .row(3, WAITING, AppliedMigration.State.APPLIED, 0)
                .plan(MigrationTarget.redo(2));
        assertThat(plan.refusals()).isEmpty();
        assertThat(applied(plan)).containsExactly(2L);
        assertThat(heldBack(plan).version()).isEqualTo(new MigrationVersion(3));
    }

    @Test
    void a_backfill_needs_no_down_script() {
        var plan = applied(Backfill.State.OPEN).plan(MigrationTarget.down(1));
        assertThat(plan.steps()).hasSize(1).first().isInstanceOf(PlannedStep.RollBack.class);
    }

    @Test
    void what_is_no_earlier_backfill_cannot_be_required() {
        assertThat(refusals(new Situation().file(1).file(2, "-- migrations: requires-backfill=1\nselect 2;")))
                .containsExactly("002_m2.up.sql:1:16: 002_m2.up.sql requires backfill 1, and 001_m1.up.sql is none.");
        assertThat(refusals(new Situation()
                        .file(1, "-- migrations: requires-backfill=2\nselect 2;")
                        .backfill(2)))
                .containsExactly(
                        "001_m1.up.sql:1:16: 001_m1.up.sql requires backfill 2, which does not come before it.");
        assertThat(refusals(new Situation().backfill(1).file(9, "-- migrations: requires-backfill=7\nselect 2;")))
                .containsExactly(
                        "009_m9.up.sql:1:16: 009_m9.up.sql requires backfill 7, and there is no such version.");
    }

    @Test
    void only_an_up_script_speaks_of_backfills() {
        assertThat(refusals(new Situation().repeatable("r", "-- migrations: requires-backfill=2\nselect 1;")))
                .containsExactly(
                        "R_r.sql:1:16: R_r.sql speaks of a backfill, which only the up script of a version can do.");
    }

    private static Situation fresh() {
        return new Situation().file(1).backfill(2).file(3, WAITING);
    }

    private static Situation applied(Backfill.State state) {
        return new Situation().file(1).row(1).backfilled(2, state).file(3, WAITING);
    }

    private static HeldBack heldBack(MigrationPlan plan) {
        return Optional.ofNullable(plan.heldBack()).orElseThrow();
    }

    private static List<Long> applied(MigrationPlan plan) {
        assertThat(plan.refusals()).isEmpty();
        return plan.steps().stream()
                .filter(PlannedStep.Apply.class::isInstance)
                .map(step -> ((PlannedStep.Apply) step).migration().version().value())
                .toList();
    }

    private static List<String> refusals(Situation situation) {
        return situation.plan(MigrationTarget.up()).refusals().stream()
                .map(BackfillPlanTest::words)
                .toList();
    }

    private static String words(Problem problem) {
        return problem.location() + ": " + problem.message();
    }
}

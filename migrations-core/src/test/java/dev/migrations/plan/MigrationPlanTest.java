package dev.migrations.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrations.history.AppliedMigration.State;
import dev.migrations.migration.MigrationVersion;
import dev.migrations.problem.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;

class MigrationPlanTest {

    private static final String MIXED = "create table t (id int);\ncreate index concurrently i on t (id);\nselect 3;";

    @Test
    void what_is_pending_is_applied_in_the_order_of_versions() {
        assertThat(steps(files(3, 1, 2).row(1).plan(MigrationTarget.up()))).containsExactly("apply 2", "apply 3");
    }

    @Test
    void nothing_pending_is_an_empty_plan() {
        assertThat(files(1, 2).row(1).row(2).plan(MigrationTarget.up()).isEmpty())
                .isTrue();
    }

    @Test
    void changed_missing_and_late_versions_refuse_the_plan_together() {
        var plan = files(1, 3, 4)
                .row(1, "select 9;", State.APPLIED, 0)
                .row(2)
                .row(4)
                .plan(MigrationTarget.up());
        assertThat(codes(plan)).containsExactly("changed-script", "missing-script", "out-of-order");
        assertThat(plan.steps()).isEmpty();
        assertThatThrownBy(plan::orRefuse).isInstanceOf(PlanRefusedException.class);
    }

    @Test
    void a_late_version_runs_where_the_folder_allows_it() {
        assertThat(steps(files(1, 2, 3).row(1).row(3).outOfOrderAllowed().plan(MigrationTarget.up())))
                .containsExactly("apply 2");
    }

    @Test
    void versions_of_a_newer_release_are_no_reason_to_refuse() {
        assertThat(files(1, 2).row(1).row(2).row(3).plan(MigrationTarget.up()).isEmpty())
                .isTrue();
    }

    @Test
    void a_version_that_is_not_wanted_now_need_not_be_readable() {
        var situation = files(1).file(2, "select 'open;");
        assertThat(steps(situation.plan(MigrationTarget.up(1)))).containsExactly("apply 1");
        assertThat(codes(situation.plan(MigrationTarget.up()))).hasSize(1);
    }

    @Test
    void an_interrupted_version_goes_on_after_its_last_committed_segment() {
        var plan = new Situation()
                .file(1, MIXED)
                .file(2)
                .row(1, MIXED, State.UNFINISHED, 2)
                .plan(MigrationTarget.up());
        assertThat(steps(plan)).containsExactly("resume 1 at 2", "apply 2");
    }

    @Test
    void an_interrupted_version_may_be_edited_where_it_is_not_done() {
        var edited = MIXED.replace("select 3", "select 33");
        var situation = new Situation().row(1, MIXED, State.UNFINISHED, 2);
        assertThat(steps(situation.file(1, edited).plan(MigrationTarget.up()))).containsExactly("resume 1 at 2");
    }

    @Test
    void an_interrupted_version_may_not_be_edited_where_it_is_done() {
        var edited = MIXED.replace("id int", "id bigint");
        var situation = new Situation().row(1, MIXED, State.UNFINISHED, 2);
        assertThat(codes(situation.file(1, edited).plan(MigrationTarget.up())))
                .containsExactly("interrupted-and-edited");
    }

    @Test
    void each_direction_wants_its_own_interruption_finished_first() {
        var goingUp = files(1).row(1, "select 1;", State.UNFINISHED, 0);
        assertThat(codes(goingUp.plan(MigrationTarget.down(1)))).containsExactly("interrupted");
        var goingDown = files(1).row(1, "select 1;", State.ROLLING_BACK, 0);
        assertThat(codes(goingDown.plan(MigrationTarget.up()))).containsExactly("interrupted");
        assertThat(steps(goingDown.plan(MigrationTarget.down(1)))).containsExactly("roll back 1");
    }

    @Test
    void repeatables_wait_for_the_last_version() {
        var situation = files(1, 2).repeatable("view", "select 1;").repeated("same", "select 2;");
        assertThat(steps(situation.plan(MigrationTarget.up(1)))).containsExactly("apply 1");
        assertThat(steps(situation.plan(MigrationTarget.up()))).containsExactly("apply 1", "apply 2", "repeat view");
    }

    @Test
    void a_repeatable_that_runs_always_runs_always() {
        var situation = files(1).row(1).repeated("grants", "-- migrations: run=always\nselect 1;");
        assertThat(steps(situation.plan(MigrationTarget.up()))).containsExactly("repeat grants");
    }

    @Test
    void the_way_down_starts_at_the_top() {
        var situation = files(1, 2, 3).row(1).row(2).row(3);
        assertThat(steps(situation.plan(MigrationTarget.down(2)))).containsExactly("roll back 3", "roll back 2");
        assertThat(steps(situation.plan(MigrationTarget.downAll())))
                .containsExactly("roll back 3", "roll back 2", "roll back 1");
    }

    @Test
    void one_missing_down_refuses_the_whole_way_down() {
        var situation = files(1, 3).fileWithoutDown(2).row(1).row(2).row(3);
        var plan = situation.plan(MigrationTarget.down(3));
        assertThat(codes(plan)).containsExactly("no-down");
        assertThat(plan.steps()).isEmpty();
        assertThat(steps(situation.plan(MigrationTarget.down(1)))).containsExactly("roll back 3");
    }

    @Test
    void goto_undoes_what_is_above_and_applies_what_lacks_below() {
        var situation = files(1, 2, 3).row(1).row(3);
        assertThat(steps(situation.plan(MigrationTarget.goTo(new MigrationVersion(2)))))
                .containsExactly("roll back 3", "apply 2");
    }

    @Test
    void goto_downwards_leaves_repeatables_to_the_next_way_up() {
        var situation = files(1, 2).row(1).row(2).repeatable("view", "select 1;");
        assertThat(steps(situation.plan(MigrationTarget.goTo(new MigrationVersion(1)))))
                .containsExactly("roll back 2");
    }

    @Test
    void a_repeatable_that_runs_always_is_not_pending() {
        var situation = files(1).row(1).repeated("grants", "-- migrations: run=always\nselect 1;");
        var plan = situation.plan(MigrationTarget.up());
        assertThat(plan.isEmpty()).isFalse();
        assertThat(plan.isUpToDate()).isTrue();
        assertThat(files(1).plan(MigrationTarget.up()).isUpToDate()).isFalse();
    }

    @Test
    void a_version_cannot_run_always() {
        var plan =
                new Situation().file(1, "-- migrations: run=always\nselect 1;").plan(MigrationTarget.up());
        assertThat(codes(plan)).containsExactly("not-repeatable");
    }

    @Test
    void goto_an_unknown_version_is_refused() {
        assertThat(codes(files(1, 2).plan(MigrationTarget.goTo(new MigrationVersion(7)))))
                .containsExactly("unknown-version");
    }

    @Test
    void force_to_an_unknown_version_is_refused_unless_it_is_meant() {
        var situation = files(1, 2).row(1);
        assertThat(codes(situation.plan(MigrationTarget.force(new MigrationVersion(7)))))
                .containsExactly("unknown-version");
        assertThat(situation
                        .plan(MigrationTarget.forceUnknown(new MigrationVersion(7)))
                        .steps())
                .map(step -> ((PlannedStep.Declare) step).version().value())
                .containsExactly(2L, 7L);
    }

    @Test
    void redo_applies_again_what_it_undid_and_repeats_what_depends_on_it() {
        var situation = files(1, 2).row(1).row(2).repeated("view", "select 1;");
        assertThat(steps(situation.plan(MigrationTarget.redo(1))))
                .containsExactly("roll back 2", "apply 2", "repeat view");
    }

    @Test
    void one_transaction_for_all_refuses_scripts_that_need_several() {
        var plan = files(1).file(2, MIXED).inOneTransaction().plan(MigrationTarget.up());
        assertThat(codes(plan)).containsExactly("not-in-one-transaction");
    }

    @Test
    void a_lock_timeout_that_a_statement_timeout_would_hide_is_refused() {
        var plan = files(1).file(2, "-- migrations: lock-timeout=5s statement-timeout=5s\nselect 1;")
                .file(3, "-- migrations: lock-timeout=5s statement-timeout=6s\nselect 1;")
                .file(4, "-- migrations: lock-timeout=0 statement-timeout=1s\nselect 1;")
                .file(5, "-- migrations: lock-timeout=1h statement-timeout=0\nselect 1;")
                .plan(MigrationTarget.up());
        assertThat(plan.refusals()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("hidden-lock-timeout");
            assertThat(problem.location()).hasToString("002_m2.up.sql:1:1");
            assertThat(problem.hint()).contains("`-- migrations: lock-timeout=2500ms`");
        });
    }

    @Test
    void a_baseline_row_is_neither_changed_nor_missing() {
        var situation = files(2, 3).row(1, "", State.BASELINE, 0).row(2, "other", State.BASELINE, 0);
        assertThat(steps(situation.plan(MigrationTarget.up()))).containsExactly("apply 3");
    }

    @Test
    void a_count_below_one_is_a_mistake_of_the_caller() {
        assertThatThrownBy(() -> MigrationTarget.down(0)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Situation files(long... versions) {
        var situation = new Situation();
        for (var version : versions) {
            situation.file(version);
        }
        return situation;
    }

    private static List<String> codes(MigrationPlan plan) {
        return plan.refusals().stream().map(Problem::code).toList();
    }

    private static List<String> steps(MigrationPlan plan) {
        assertThat(plan.refusals()).isEmpty();
        return plan.steps().stream().map(MigrationPlanTest::words).toList();
    }

    private static String words(PlannedStep step) {
        if (step instanceof PlannedStep.Apply apply) {
            var version = apply.migration().version();
            return apply.resumed() ? "resume " + version + " at " + apply.segmentsDone() : "apply " + version;
        }
        if (step instanceof PlannedStep.RollBack rollBack) {
            return "roll back " + rollBack.applied().version();
        }
        if (step instanceof PlannedStep.ApplyRepeatable repeat) {
            return "repeat " + repeat.repeatable().description();
        }
        return step.toString();
    }
}

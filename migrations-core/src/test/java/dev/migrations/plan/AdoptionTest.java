package dev.migrations.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrations.history.ForeignMigration;
import dev.migrations.history.ForeignMigration.Claim;
import dev.migrations.history.ForeignTool;
import dev.migrations.problem.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;

class AdoptionTest {

    @Test
    void a_version_that_is_reached_stands_for_all_below() {
        var adoption = files(1, 2, 3).adopt(ForeignTool.GOLANG_MIGRATE, row("2", Claim.REACHED));
        assertThat(steps(adoption)).containsExactly("1 APPLIED", "2 APPLIED");
    }

    @Test
    void an_applied_version_stands_for_itself() {
        var adoption = files(1, 2, 3).adopt(ForeignTool.DBMATE, row("003", Claim.APPLIED), row("1", Claim.APPLIED));
        assertThat(steps(adoption)).containsExactly("1 APPLIED", "3 APPLIED");
    }

    @Test
    void a_baseline_without_a_file_gets_a_row_of_its_own() {
        var adoption = files(1, 5).adopt(ForeignTool.FLYWAY, row("3", Claim.BASELINE), row("5", Claim.APPLIED));
        assertThat(steps(adoption)).containsExactly("1 BASELINE", "3 BASELINE", "5 APPLIED");
    }

    @Test
    void numbers_count_for_nothing_where_one_has_dots() {
        var adoption =
                files(1, 2, 3).adopt(ForeignTool.FLYWAY, named("1", "m1"), named("2", "M3"), named("1.1", "-m2-"));
        assertThat(adoption.matches())
                .containsExactly(
                        new Adoption.Match("V1__m1", "001_m1.up.sql"),
                        new Adoption.Match("V2__M3", "003_m3.up.sql"),
                        new Adoption.Match("V1.1__-m2-", "002_m2.up.sql"));
    }

    @Test
    void a_number_that_has_no_file_is_not_guessed_by_its_description() {
        assertThat(codes(files(1, 7).adopt(ForeignTool.FLYWAY, named("2", "m7"))))
                .containsExactly("foreign-without-file");
        assertThat(codes(files(1, 7).adopt(ForeignTool.LIQUIBASE, named("2", "m7"))))
                .isEmpty();
    }

    @Test
    void a_description_that_could_be_two_files_is_no_match() {
        var adoption = files(1, 2).adopt(ForeignTool.FLYWAY, named("1.1", "m1"), named("1.2", "m1"));
        assertThat(codes(adoption)).containsExactly("foreign-ambiguous", "foreign-ambiguous");
        assertThat(adoption.plan().steps()).isEmpty();
    }

    @Test
    void everything_against_it_is_told_at_once() {
        var adoption = files(1).adopt(
                        ForeignTool.FLYWAY,
                        row("1", Claim.FAILED),
                        row("2", Claim.APPLIED),
                        row("1.5", Claim.BASELINE));
        assertThat(codes(adoption)).containsExactly("foreign-failed", "foreign-without-file", "foreign-baseline");
    }

    @Test
    void a_tool_that_has_applied_nothing_leaves_nothing_to_take_over() {
        assertThat(codes(files(1).adopt(ForeignTool.GOOSE))).containsExactly("nothing-to-adopt");
    }

    @Test
    void rows_that_are_here_already_are_not_written_again() {
        assertThat(files(1, 2)
                        .row(1)
                        .row(2)
                        .adopt(ForeignTool.DBMATE, row("1", Claim.APPLIED))
                        .plan()
                        .isEmpty())
                .isTrue();
        assertThat(codes(files(1, 2).row(2).adopt(ForeignTool.DBMATE, row("1", Claim.APPLIED))))
                .containsExactly("adopt-over-history");
    }

    @Test
    void a_repeatable_without_a_file_is_no_reason_to_refuse() {
        var gone = new ForeignMigration("R__gone.sql", Claim.REPEATED, "", "gone", 7, null);
        var there = new ForeignMigration("R__Some views.sql", Claim.REPEATED, "", "Some views", 7, null);
        var adoption = files(1).repeatable("some_views", "select 1;")
                .adopt(ForeignTool.FLYWAY, row("1", Claim.APPLIED), gone, there);
        assertThat(adoption.matches())
                .contains(
                        new Adoption.Match("R__gone.sql", null),
                        new Adoption.Match("R__Some views.sql", "R_some_views.sql"));
        assertThat(adoption.plan().steps()).hasSize(2);
        assertThat(adoption.plan().isHistoryOnly()).isTrue();
    }

    private static Situation files(long... versions) {
        var situation = new Situation();
        for (var version : versions) {
            situation.file(version);
        }
        return situation;
    }

    private static ForeignMigration row(String version, Claim claim) {
        return ForeignMigration.of(version, claim, null);
    }

    private static ForeignMigration named(String version, String description) {
        return new ForeignMigration(
                "V" + version + "__" + description, Claim.APPLIED, version, description, null, null);
    }

    private static List<String> steps(Adoption adoption) {
        return adoption.plan().steps().stream()
                .map(PlannedStep.Declare.class::cast)
                .map(step -> step.version() + " " + step.state())
                .toList();
    }

    private static List<String> codes(Adoption adoption) {
        return adoption.plan().refusals().stream().map(Problem::code).toList();
    }
}

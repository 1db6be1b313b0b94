package dev.migrations.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrations.problem.Problem;
import dev.migrations.script.BackfillStatement.Bound;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackfillDirectiveTest {

    private static final String STATEMENT = "update users set a = 1 where id between :from and :to;";

    @Test
    void a_backfill_names_its_table_and_its_key() {
        var directive = directive("backfill table=users key=id");
        assertThat(directive.table()).isEqualTo(new QualifiedName(null, "users"));
        assertThat(directive.key()).containsExactly("id");
        assertThat(List.of(directive.batch(), directive.least(), directive.most()))
                .containsExactly(1_000, 100, 100_000);
        assertThat(directive.target()).isEqualTo(Duration.ofMillis(500));
    }

    @Test
    void everything_about_a_backfill_may_be_said() {
        var directive =
                directive("backfill table=Shop.\"Users\" key=tenant_id,\"Id\" batch=50 min-batch=5 max-batch=500"
                        + " target=2s pause=0");
        assertThat(directive.table()).isEqualTo(new QualifiedName("shop", "Users"));
        assertThat(directive.key()).containsExactly("tenant_id", "Id");
        assertThat(List.of(directive.batch(), directive.least(), directive.most()))
                .containsExactly(50, 5, 500);
        assertThat(directive.target()).isEqualTo(Duration.ofSeconds(2));
        assertThat(directive.pause()).isZero();
    }

    @Test
    void a_first_batch_beyond_the_usual_bounds_moves_them() {
        assertThat(directive("backfill table=t key=id batch=10").least()).isEqualTo(10);
        assertThat(directive("backfill table=t key=id batch=200000").most()).isEqualTo(200_000);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "backfil table=t key=id          | 1:16 | did you mean backfill?",
                "backfill tabel=t key=id         | 1:25 | did you mean table?",
                "backfill table=t key=id lock-timeout=5s | 1:40 | put it on a line of its own",
                "backfill table=t                | 1:16 | key=id",
                "backfill key=id                 | 1:16 | table=users",
                "backfill table=a.b.c key=id     | 1:31 | shop.users",
                "backfill table=t key=id,id      | 1:37 | tenant_id,id",
                "backfill table=t key=id batch=0 | 1:46 | a count of rows",
                "backfill table=t key=id target=0 | 1:47 | 500ms",
                "backfill table=t key=id min-batch=2000 | 1:16 | min-batch <= batch",
                "backfill table=t key=id key=b   | 1:40 | keep one",
                "requires-backfill=x             | 1:34 | such as 005",
                "requires-backfill=000           | 1:34 | such as 005",
                "requires-bakfill=005            | 1:16 | did you mean requires-backfill?"
            })
    void what_is_wrong_with_a_directive_has_a_place_and_a_next_step(String words, String place, String hint) {
        var defect = defect("-- migrations: " + words + "\n" + STATEMENT);
        assertThat(String.valueOf(defect.location())).isEqualTo("005_b.up.sql:" + place);
        assertThat(defect.hint()).contains(hint);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "update t set a = 1 where id between :from and :to; select 1 | 2:52 | a second one",
                "update t set a = 1 where id >= :from                 | 2:1 | never uses :to",
                "update t set a = ':from :to' where id = 1             | 2:1 | never uses :from",
                "update t set a = 1 where id::from::to = 1 -- :from :to | 2:1 | never uses :from",
                "vacuum t                                             | 2:1 | not VACUUM",
                "create table u as select * from t where id between :from and :to | 2:1 | not CREATE",
                "-- nothing                                           | 1:16 | has none"
            })
    void a_backfill_is_one_statement_between_two_bounds(String statement, String place, String message) {
        var defect = defect("-- migrations: backfill table=t key=id\n" + statement);
        assertThat(String.valueOf(defect.location())).isEqualTo("005_b.up.sql:" + place);
        assertThat(defect.message()).contains(message);
    }

    @Test
    void a_backfill_has_transactions_of_its_own() {
        var defect = defect("-- migrations: backfill table=t key=id\n-- migrations: transaction=none\n" + STATEMENT);
        assertThat(defect.message()).contains("transaction=none");
    }

    @Test
    void bounds_are_found_where_the_lexer_sees_them() {
        var text = "update t set ä = a[1:2], b = $$:to$$ where id >= :FROM and /* :from */ id <=:to";
        var script = read("-- migrations: backfill table=t key=id\n" + text + ";");
        assertThat(script.defect()).isNull();
        assertThat(BackfillStatement.read(script).marks())
                .extracting(mark -> mark.bound() + text.substring(mark.start(), mark.end()))
                .containsExactly(Bound.FROM + ":FROM", Bound.TO + ":to");
    }

    @Test
    void a_script_may_wait_for_several_backfills() {
        var requires = read("-- migrations: requires-backfill=005,7\n-- migrations: requires-backfill=9\nselect 1;")
                .directives()
                .requiresBackfill();
        assertThat(requires).extracting(RequiredBackfill::version).containsExactly("005", "7", "9");
        assertThat(requires.get(2).location().line()).isEqualTo(2);
    }

    private static BackfillDirective directive(String words) {
        var script = read("-- migrations: " + words + "\n" + STATEMENT);
        assertThat(script.defect()).isNull();
        return Optional.ofNullable(script.directives().backfill()).orElseThrow();
    }

    private static Problem defect(String text) {
        return Optional.ofNullable(read(text).defect()).orElseThrow();
    }

    private static SqlScript read(String text) {
        return SqlScript.read(ScriptSource.ofText("005_b.up.sql", text));
    }
}

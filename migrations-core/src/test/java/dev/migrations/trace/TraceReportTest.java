package dev.migrations.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrations.problem.SourceLocation;
import dev.migrations.rule.Finding;
import dev.migrations.rule.LockClaim;
import dev.migrations.rule.LockMode;
import dev.migrations.rule.Severity;
import dev.migrations.script.QualifiedName;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TraceReportTest {

    private static final TracedRelation ORDERS = new TracedRelation("public", "orders", TracedRelation.Kind.TABLE);
    private static final TracedRelation USERS = new TracedRelation("app", "users", TracedRelation.Kind.TABLE);

    private static final StatementTrace REWRITE = statement(
            1,
            1,
            List.of(HeldLock.on(ORDERS, LockMode.ACCESS_EXCLUSIVE)),
            List.of(Effect.on(ORDERS, Effect.Kind.REWRITTEN)));

    private static StatementTrace statement(int line, int transaction, List<HeldLock> locks, List<Effect> effects) {
        return new StatementTrace(
                new SourceLocation("001_a.sql", line, 1),
                "alter table orders",
                "ALTER TABLE",
                transaction,
                false,
                Duration.ofMillis(2),
                Duration.ofMillis(2),
                locks,
                effects);
    }

    private static TraceReport report(Map<TracedRelation, RelationFigures> figures, StatementTrace... statements) {
        return new TraceReport(
                "migrations",
                "shop",
                "scratch",
                List.of(new ScriptTrace("001_a.sql", List.of(statements))),
                figures,
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private static RelationFigures rows(long rows) {
        return new RelationFigures(rows, 1 << 20, 0, 0, null);
    }

    private static List<String> disagreements(LockClaim... claims) {
        var finding = new Finding(
                "a-rule",
                Severity.ERROR,
                new SourceLocation("001_a.sql", 1, 7),
                "message",
                "advice",
                List.of(),
                List.of(claims),
                null);
        return new TraceReport(
                        "",
                        "",
                        "",
                        List.of(new ScriptTrace("001_a.sql", List.of(REWRITE))),
                        Map.of(),
                        List.of(finding),
                        List.of(),
                        List.of(),
                        List.of())
                .disagreements().stream().map(Disagreement::sentence).toList();
    }

    private static LockClaim claim(String table, LockMode mode, LockClaim.Cost cost) {
        return new LockClaim(new QualifiedName(null, table), mode, cost);
    }

    @Test
    void work_on_a_large_table_is_dangerous_and_on_a_small_one_it_is_not() {
        assertThat(report(Map.of(ORDERS, rows(10_000)), REWRITE).dangers(10_000))
                .hasSize(1);
        assertThat(report(Map.of(ORDERS, rows(9_999)), REWRITE).dangers(10_000)).isEmpty();
        assertThat(report(Map.of(ORDERS, rows(-1)), REWRITE).dangers(10_000)).hasSize(1);
        assertThat(report(Map.of(), REWRITE).dangers(10_000)).isEmpty();
    }

    @Test
    void a_lock_for_a_moment_is_not_dangerous() {
        var rename = statement(1, 1, List.of(HeldLock.on(ORDERS, LockMode.ACCESS_EXCLUSIVE)), List.of());
        var report = report(Map.of(ORDERS, rows(1_000_000)), rename);
        assertThat(report.dangers(10_000)).isEmpty();
        assertThat(report.sentence(report.blockings(rename).get(0)))
                .isEqualTo("blocks reads and writes of orders (≈1,000,000 rows, 1.0 MB) for a moment");
    }

    @Test
    void a_lock_lasts_through_the_later_statements_of_its_transaction_and_no_longer() {
        var first = statement(1, 1, List.of(HeldLock.on(USERS, LockMode.ACCESS_EXCLUSIVE)), List.of());
        var second = statement(
                2,
                1,
                List.of(HeldLock.on(ORDERS, LockMode.SHARE)),
                List.of(Effect.on(ORDERS, Effect.Kind.INDEX_BUILT, "i")));
        var next = statement(
                3, 2, List.of(HeldLock.on(ORDERS, LockMode.SHARE)), List.of(Effect.on(ORDERS, Effect.Kind.REWRITTEN)));
        var report = report(Map.of(ORDERS, rows(20_000), USERS, rows(5)), first, second, next);
        assertThat(report.sentence(report.blockings(first).get(0)))
                .isEqualTo("blocks reads and writes of app.users (≈5 rows, 1.0 MB) until its transaction ends,"
                        + " while line 2 builds an index of orders (≈20,000 rows, 1.0 MB)");
        assertThat(report.dangers(10_000)).hasSize(3);
    }

    @Test
    void a_claim_that_is_true_is_no_disagreement() {
        assertThat(disagreements(claim("orders", LockMode.ACCESS_EXCLUSIVE, LockClaim.Cost.REWRITE)))
                .isEmpty();
    }

    @Test
    void a_claim_that_nobody_saw_is_one_and_so_is_what_nobody_claimed() {
        assertThat(disagreements(claim("users", LockMode.SHARE, LockClaim.Cost.SCAN)))
                .containsExactly(
                        "lint expects SHARE on users (reads every row of it) by a-rule, and PostgreSQL did not show it",
                        "PostgreSQL took ACCESS EXCLUSIVE on orders (rewrites it), and lint does not say so");
        assertThat(disagreements(claim("orders", LockMode.ACCESS_EXCLUSIVE, LockClaim.Cost.INSTANT)))
                .containsExactly("PostgreSQL took ACCESS EXCLUSIVE on orders (rewrites it), and lint does not say so");
    }
}

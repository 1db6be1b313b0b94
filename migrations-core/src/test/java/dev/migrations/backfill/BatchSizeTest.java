package dev.migrations.backfill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrations.problem.SourceLocation;
import dev.migrations.script.BackfillDirective;
import dev.migrations.script.QualifiedName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class BatchSizeTest {

    private static final BackfillDirective DIRECTIVE = new BackfillDirective(
            new QualifiedName(null, "t"),
            List.of("id"),
            1_000,
            100,
            10_000,
            Duration.ofMillis(500),
            Duration.ZERO,
            new SourceLocation("f", 1, 1));

    @Test
    void a_batch_grows_and_shrinks_step_by_step_until_it_fills_its_time() {
        assertThat(settle(0.1)).isEqualTo(5_000);
        assertThat(settle(1)).isEqualTo(500);
        assertThat(first().done(1_000, Duration.ofMillis(1)).rows()).isEqualTo(1_500);
        assertThat(first().done(1_000, Duration.ofSeconds(60)).rows()).isEqualTo(500);
    }

    @Test
    void a_batch_stays_within_its_bounds() {
        assertThat(settle(0.001)).isEqualTo(10_000);
        assertThat(settle(1_000)).isEqualTo(100);
        assertThat(BatchSize.of(DIRECTIVE, 50_000).rows()).isEqualTo(10_000);
        assertThat(BatchSize.of(DIRECTIVE, 7).rows()).isEqualTo(100);
    }

    @Test
    void one_slow_batch_changes_little() {
        var size = BatchSize.of(DIRECTIVE, 5_000);
        for (var i = 0; i < 20; i++) {
            size = size.done(size.rows(), Duration.ofMillis(size.rows() / 10));
        }
        var slow = size.done(size.rows(), Duration.ofMillis(size.rows() / 5));
        assertThat(slow.rows()).isBetween(3_000, 4_500);
    }

    @Test
    void rows_that_fail_are_found_by_halving_and_the_others_are_done_once() {
        var bad = Set.of(3, 4, 700, 1_999);
        var done = new TreeSet<Integer>();
        var found = new ArrayList<Integer>();
        var size = first();
        var attempts = 0;
        for (var at = 0; at < 3_000; ) {
            var batch = Math.min(size.rows(), 3_000 - at);
            var from = at;
            attempts++;
            if (bad.stream().noneMatch(row -> row >= from && row < from + batch)) {
                for (var row = from; row < from + batch; row++) {
                    assertThat(done.add(row)).isTrue();
                }
                size = size.done(batch, Duration.ofMillis(batch));
                at += batch;
            } else if (batch == 1) {
                found.add(at);
                size = size.foundRow();
                at++;
            } else {
                size = size.failed(batch);
            }
        }
        assertThat(found).containsExactly(3, 4, 700, 1_999);
        assertThat(done).hasSize(2_996);
        assertThat(attempts).isLessThan(120);
        assertThat(size.suspects()).isZero();
        assertThat(size.rows()).isGreaterThanOrEqualTo(100);
    }

    private static BatchSize first() {
        return BatchSize.of(DIRECTIVE, 1_000);
    }

    private static int settle(double millisPerRow) {
        var size = first();
        for (var i = 0; i < 60; i++) {
            size = size.done(size.rows(), Duration.ofNanos((long) (size.rows() * millisPerRow * 1e6)));
        }
        return size.rows();
    }
}

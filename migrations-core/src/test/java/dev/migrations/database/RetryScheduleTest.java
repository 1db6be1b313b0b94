package dev.migrations.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrations.database.RetrySchedule.Retry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RetryScheduleTest {

    private static final Duration LONG = Duration.ofDays(1);
    private static final double MIDDLE = 0.5;

    @Test
    void tries_get_longer_up_to_the_lock_timeout_and_begin_at_the_bottom_again() {
        var schedule = new RetrySchedule(Duration.ofSeconds(5), LONG);
        assertThat(timeouts(schedule, 9)).containsExactly(100L, 200L, 400L, 800L, 1600L, 3200L, 5000L, 100L, 200L);
    }

    @Test
    void no_try_is_longer_than_the_lock_timeout() {
        assertThat(timeouts(new RetrySchedule(Duration.ofMillis(250), LONG), 5))
                .containsExactly(100L, 200L, 250L, 100L, 200L);
        assertThat(timeouts(new RetrySchedule(Duration.ofMillis(50), LONG), 3)).containsExactly(50L, 50L, 50L);
        assertThat(timeouts(new RetrySchedule(Duration.ofMillis(100), LONG), 2)).containsExactly(100L, 100L);
    }

    @Test
    void the_traffic_gets_four_times_what_it_was_kept_for_but_at_most_ten_seconds() {
        var schedule = new RetrySchedule(Duration.ofSeconds(5), LONG);
        assertThat(pauses(schedule, 8, MIDDLE))
                .containsExactly(400L, 800L, 1600L, 3200L, 6400L, 10_000L, 10_000L, 400L);
    }

    @Test
    void chance_moves_a_pause_by_a_third_at_most() {
        var schedule = new RetrySchedule(Duration.ofSeconds(5), LONG);
        assertThat(pauses(schedule, 1, 0)).containsExactly(266L);
        assertThat(pauses(schedule, 1, 1)).containsExactly(533L);
    }

    @Test
    void without_a_budget_there_is_one_try_with_all_the_time() {
        var schedule = new RetrySchedule(Duration.ofSeconds(5), Duration.ZERO);
        assertThat(schedule.first()).isEqualTo(Duration.ofSeconds(5));
        assertThat(schedule.next(1, Duration.ZERO, Duration.ZERO, MIDDLE)).isEmpty();
    }

    @Test
    void without_a_lock_timeout_no_try_has_a_limit_and_pauses_grow_all_the_same() {
        var schedule = new RetrySchedule(Duration.ZERO, LONG);
        assertThat(timeouts(schedule, 3)).containsExactly(0L, 0L, 0L);
        assertThat(pauses(schedule, 3, MIDDLE)).containsExactly(400L, 800L, 1600L);
        assertThat(schedule.next(1, Duration.ZERO, Duration.ofMinutes(1), MIDDLE))
                .contains(new Retry(Duration.ofMillis(400), Duration.ZERO));
    }

    @Test
    void the_last_try_begins_when_the_budget_ends() {
        var schedule = new RetrySchedule(Duration.ofSeconds(5), Duration.ofSeconds(60));
        assertThat(schedule.next(7, Duration.ofMillis(59_900), Duration.ZERO, MIDDLE))
                .hasValueSatisfying(retry -> assertThat(retry.pause()).isEqualTo(Duration.ofMillis(100)));
        assertThat(schedule.next(8, Duration.ofSeconds(60), Duration.ZERO, MIDDLE))
                .isEmpty();
        assertThat(schedule.next(8, Duration.ofSeconds(61), Duration.ZERO, MIDDLE))
                .isEmpty();
    }

    @Test
    void what_worked_for_long_before_it_had_to_wait_is_given_more_patience() {
        var schedule = new RetrySchedule(Duration.ofSeconds(5), LONG);
        assertThat(next(schedule, 1, Duration.ofSeconds(2)).lockTimeout()).isEqualTo(Duration.ofSeconds(2));
        assertThat(next(schedule, 1, Duration.ofHours(1)).lockTimeout()).isEqualTo(Duration.ofSeconds(5));
        assertThat(next(schedule, 4, Duration.ofSeconds(1)).lockTimeout()).isEqualTo(Duration.ofMillis(1600));
        assertThat(next(schedule, 1, Duration.ofMillis(-3)).lockTimeout()).isEqualTo(Duration.ofMillis(200));
    }

    @Test
    void in_five_minutes_traffic_is_kept_for_less_than_a_third_of_the_time() {
        var schedule = new RetrySchedule(Duration.ofSeconds(5), Duration.ofMinutes(5));
        var spent = Duration.ZERO;
        var kept = schedule.first();
        var tries = 1;
        for (var next = schedule.next(tries, spent, Duration.ZERO, MIDDLE);
                next.isPresent();
                next = schedule.next(tries, spent, Duration.ZERO, MIDDLE)) {
            var retry = next.get();
            spent = spent.plus(retry.pause()).plus(retry.lockTimeout());
            kept = kept.plus(retry.lockTimeout());
            tries++;
        }
        assertThat(tries).isBetween(40, 60);
        assertThat(kept.multipliedBy(3)).isLessThan(spent);
    }

    private static Retry next(RetrySchedule schedule, int failed, Duration worked) {
        return schedule.next(failed, Duration.ZERO, worked, MIDDLE).orElseThrow();
    }

    private static List<Long> timeouts(RetrySchedule schedule, int tries) {
        var timeouts = new ArrayList<>(List.of(schedule.first().toMillis()));
        for (var failed = 1; failed < tries; failed++) {
            timeouts.add(next(schedule, failed, Duration.ZERO).lockTimeout().toMillis());
        }
        return timeouts;
    }

    private static List<Long> pauses(RetrySchedule schedule, int tries, double chance) {
        var pauses = new ArrayList<Long>();
        for (var failed = 1; failed <= tries; failed++) {
            var retry =
                    schedule.next(failed, Duration.ZERO, Duration.ZERO, chance).orElseThrow();
            pauses.add(retry.pause().toMillis());
        }
        return pauses;
    }
}

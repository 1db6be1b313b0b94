package dev.migrations.backfill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ThrottleTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    @Test
    void a_calm_server_is_no_reason_to_rest() {
        assertThat(Throttle.DEFAULT.reason(ServerSigns.CALM, NOON)).isEmpty();
    }

    @Test
    void each_sign_is_a_reason_in_words() {
        assertThat(reason(new ServerSigns(Duration.ofSeconds(12), null, false, false, false)))
                .isEqualTo("a standby is 12 s behind");
        assertThat(reason(new ServerSigns(null, 41, false, false, false)))
                .isEqualTo("41 WAL files wait to be archived");
        assertThat(reason(new ServerSigns(null, null, true, false, false))).isEqualTo("WAL files cannot be archived");
        assertThat(reason(new ServerSigns(null, null, false, true, false)))
                .isEqualTo("a session waits for a lock on the table");
        assertThat(reason(new ServerSigns(null, null, false, false, true))).isEqualTo("the table is being vacuumed");
    }

    @Test
    void a_sign_below_its_limit_is_none() {
        var signs = new ServerSigns(Duration.ofSeconds(10), 40, true, false, false);
        assertThat(Throttle.DEFAULT.reason(signs, NOON)).isEmpty();
    }

    @Test
    void every_limit_can_be_lifted() {
        var never = new Throttle(null, Duration.ZERO, 0, Throttle.DuringVacuum.GO_ON);
        var signs = new ServerSigns(Duration.ofDays(1), 10_000, true, false, true);
        assertThat(never.reason(signs, NOON)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "22:00-06:00,               2026-03-02T21:59:59Z, false",
        "22:00-06:00,               2026-03-02T22:00:00Z, true",
        "22:00-06:00,               2026-03-02T05:59:59Z, true",
        "22:00-06:00,               2026-03-02T06:00:00Z, false",
        "22:00-06:00 Europe/Berlin, 2026-03-02T21:00:00Z, true",
        "22:00-06:00 Europe/Berlin, 2026-07-02T20:00:00Z, true",
        "01:00-02:00 UTC,           2026-03-02T01:30:00Z, true",
        "01:00-02:00 UTC,           2026-03-02T02:00:00Z, false"
    })
    void a_window_has_a_zone_and_may_span_midnight(String window, Instant moment, boolean open) {
        assertThat(RunWindow.parse(window).isOpen(moment)).isEqualTo(open);
    }

    @Test
    void outside_the_window_is_a_reason() {
        var nights = Throttle.DEFAULT.during(RunWindow.parse("22:00-06:00 Europe/Berlin"));
        assertThat(nights.reason(ServerSigns.CALM, NOON)).contains("outside the window 22:00-06:00 Europe/Berlin");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "22-6", "22:00-22:00", "25:00-26:00", "22:00-06:00 Middle-earth", "always"})
    void what_is_no_window_is_told_how_to_write_one(String text) {
        assertThatThrownBy(() -> RunWindow.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("22:00-06:00 Europe/Berlin");
    }

    private static String reason(ServerSigns signs) {
        return Throttle.DEFAULT.reason(signs, NOON).orElse("");
    }
}

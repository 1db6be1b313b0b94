package dev.migrations.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresDurationTest {

    @ParameterizedTest
    @CsvSource({"0,0", "500ms,500", "5s,5000", "5 s,5000", "1min,60000", "1.5h,5400000", "1d,86400000", "2000us,2"})
    void a_duration_is_written_as_in_postgresql(String text, long millis) {
        assertThat(PostgresDuration.parse(text)).contains(Duration.ofMillis(millis));
    }

    @ParameterizedTest
    @CsvSource({"0,0", "500,500ms", "5000,5s", "90000,90s", "120000,2min", "5400000,90min", "7200000,2h", "86400000,1d"
    })
    void it_is_written_back_in_the_largest_whole_unit(long millis, String text) {
        assertThat(PostgresDuration.write(Duration.ofMillis(millis))).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "s", "-1", "5S", "5 sec", "1m", "PT5S", "25d", "2147483648", "1e3", "250", "1500us"})
    void what_postgresql_refuses_or_a_person_could_misread_is_no_duration(String text) {
        assertThat(PostgresDuration.parse(text)).isEmpty();
    }
}

package dev.migrations.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingWordsTest {

    @ParameterizedTest
    @CsvSource({
        "0,0",
        "250,250",
        "500ms,500",
        "5s,5000",
        "5 s,5000",
        "1min,60000",
        "1.5h,5400000",
        "1d,86400000",
        "1500us,2"
    })
    void a_duration_is_written_as_in_postgresql(String text, long millis) {
        assertThat(PostgresDuration.parse(text)).contains(Duration.ofMillis(millis));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "s", "-1", "5S", "5 sec", "1m", "PT5S", "25d", "2147483648", "1e3"})
    void what_postgresql_refuses_is_no_duration(String text) {
        assertThat(PostgresDuration.parse(text)).isEmpty();
    }

    @Test
    void the_nearest_word_is_found_across_habits_and_slips() {
        var keys = List.of("dbpool-name", "require-down", "naming");
        assertThat(NearestWord.find("dbpoolName", keys)).contains("dbpool-name");
        assertThat(NearestWord.find("DBPOOL_NAME", keys)).contains("dbpool-name");
        assertThat(NearestWord.find("namign", keys)).contains("naming");
        assertThat(NearestWord.find("colour", keys)).isEmpty();
        assertThat(NearestWord.find("", keys)).isEmpty();
    }

    @Test
    void folders_run_by_their_numbers() {
        assertThat(Stream.of("b", "10_x", "a", "2_x", "02_x", "1000000000000000000000_x", "2_a", "0")
                        .sorted(new FolderOrder()))
                .containsExactly("0", "02_x", "2_a", "2_x", "10_x", "1000000000000000000000_x", "a", "b");
    }
}

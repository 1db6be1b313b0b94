package dev.migrations.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestWordTest {

    @Test
    void the_nearest_word_is_found_across_habits_and_slips() {
        var keys = List.of("dbpool-name", "require-down", "naming");
        assertThat(NearestWord.find("dbpoolName", keys)).contains("dbpool-name");
        assertThat(NearestWord.find("DBPOOL_NAME", keys)).contains("dbpool-name");
        assertThat(NearestWord.find("namign", keys)).contains("naming");
        assertThat(NearestWord.find("colour", keys)).isEmpty();
        assertThat(NearestWord.find("", keys)).isEmpty();
    }
}

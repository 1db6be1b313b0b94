package dev.migrations.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JdbcUrlTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "jdbc:postgresql://host:5432/shop jdbc:postgresql://host:5432/other",
                "jdbc:postgresql://one:5432,two:5433/shop?user=app&ssl=true jdbc:postgresql://one:5432,two:5433/other?user=app&ssl=true",
                "jdbc:postgresql://[::1]/shop jdbc:postgresql://[::1]/other",
                "jdbc:postgresql://host/ jdbc:postgresql://host/other",
                "jdbc:postgresql://host jdbc:postgresql://host/other",
                "jdbc:postgresql:shop jdbc:postgresql:other",
                "jdbc:postgresql:/?user=app jdbc:postgresql:other?user=app"
            })
    void another_database_of_the_same_server(String url, String other) {
        assertThat(JdbcUrl.withDatabase(url, "other")).isEqualTo(other);
    }

    @Test
    void what_another_driver_reads_is_refused() {
        assertThatThrownBy(() -> JdbcUrl.withDatabase("jdbc:mysql://host/shop", "other"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}

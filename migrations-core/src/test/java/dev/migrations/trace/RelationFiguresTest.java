package dev.migrations.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RelationFiguresTest {

    @Test
    void it_is_said_how_large_and_busy_a_table_is() {
        assertThat(new RelationFigures(12_400_000, 3_328_599_654L, 9, 35_000_000, Duration.ofSeconds(100_000)).words())
                .isEqualTo("≈12,400,000 rows, 3.1 GB, 350 writes/s");
        assertThat(new RelationFigures(0, 0, 0, 0, null).words()).isEqualTo("≈0 rows, 0 bytes");
        assertThat(new RelationFigures(-1, 8_192, 1, 1, Duration.ZERO).words())
                .isEqualTo("an unknown number of rows, 8.0 kB");
    }
}

package dev.migrations.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FolderOrderTest {

    @Test
    void folders_run_by_their_numbers() {
        assertThat(Stream.of("b", "10_x", "a", "2_x", "02_x", "1000000000000000000000_x", "2_a", "0")
                        .sorted(new FolderOrder()))
                .containsExactly("0", "02_x", "2_a", "2_x", "10_x", "1000000000000000000000_x", "a", "b");
    }
}

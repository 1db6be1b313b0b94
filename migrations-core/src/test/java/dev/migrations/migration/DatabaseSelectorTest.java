package dev.migrations.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DatabaseSelectorTest {

    private static final List<String> AVAILABLE = List.of("tenant_b", "db_main", "tenant_a", "tenants");

    @Test
    void selects_by_pattern_and_then_as_the_names_were_given_each_once() {
        var selector = new DatabaseSelector(List.of("db_main", "tenant_*", "*"));
        assertThat(selector.select(AVAILABLE)).containsExactly("db_main", "tenant_b", "tenant_a", "tenants");
    }

    @Test
    void all_but_the_star_is_literal() {
        assertThat(new DatabaseSelector(List.of("d.*n", "d\\E*")).select(List.of("dxn", "d.in", "d\\Ex")))
                .containsExactly("d.in", "d\\Ex");
    }

    @Test
    void tells_which_patterns_name_nothing() {
        var selector = new DatabaseSelector(List.of("db_main", "db_mian", "shard_*"));
        assertThat(selector.unmatched(AVAILABLE)).containsExactly("db_mian", "shard_*");
    }

    @Test
    void a_folder_that_does_not_say_selects_nothing() {
        assertThat(DatabaseSelector.NONE.isEmpty()).isTrue();
        assertThat(DatabaseSelector.NONE.select(AVAILABLE)).isEmpty();
    }
}

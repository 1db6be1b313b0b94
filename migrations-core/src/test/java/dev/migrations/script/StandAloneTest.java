package dev.migrations.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrations.script.StandAlone.CreateIndex;
import dev.migrations.script.StandAlone.DetachPartition;
import dev.migrations.script.StandAlone.DropIndex;
import dev.migrations.script.StandAlone.Effect;
import dev.migrations.script.StandAlone.Other;
import dev.migrations.script.StandAlone.Reindex;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandAloneTest {

    @Test
    void an_index_lives_in_the_schema_of_its_table() {
        assertThat(of("create unique index concurrently if not exists Orders_Name on only Shop.\"Orders\" (name)"))
                .isEqualTo(new CreateIndex(name("shop", "orders_name"), name("shop", "Orders"), true));
    }

    @Test
    void an_index_without_a_schema_is_left_to_the_search_path() {
        assertThat(of("create index concurrently \"a \"\" b\" on t using gin (a) where b = E'\\''"))
                .isEqualTo(new CreateIndex(name(null, "a \" b"), name(null, "t"), false));
    }

    @Test
    void an_index_may_have_no_name() {
        assertThat(of("create index concurrently on d.s.t (a)"))
                .isEqualTo(new CreateIndex(null, name("s", "t"), false));
    }

    @Test
    void a_name_may_be_written_in_unicode_escapes() {
        assertThat(of("create index concurrently U&\"d\\0061t\\+000061\\\\$\" on t (a)"))
                .isEqualTo(new CreateIndex(name(null, "data\\$"), name(null, "t"), false));
    }

    @Test
    void only_ascii_letters_are_folded() {
        assertThat(of("create index concurrently GRÖSSE_Idx on T (a)"))
                .isEqualTo(new CreateIndex(name(null, "grÖsse_idx"), name(null, "t"), false));
    }

    @Test
    void a_long_name_is_cut_as_the_server_cuts_it() {
        var index = of("create index concurrently " + "é".repeat(40) + " on t (a)");
        assertThat(index).isEqualTo(new CreateIndex(name(null, "é".repeat(31)), name(null, "t"), false));
    }

    @Test
    void indexes_to_drop_are_a_list() {
        assertThat(of("drop index concurrently if exists a, s.B /* , x */, \"C\" cascade"))
                .isEqualTo(new DropIndex(List.of(name(null, "a"), name("s", "b"), name(null, "C")), true));
        assertThat(of("drop index concurrently a")).isEqualTo(new DropIndex(List.of(name(null, "a")), false));
    }

    @Test
    void a_concurrent_reindex_knows_its_object() {
        assertThat(of("reindex table concurrently s.t")).isEqualTo(new Reindex("TABLE", name("s", "t")));
        assertThat(of("reindex (verbose, concurrently true) index I")).isEqualTo(new Reindex("INDEX", name(null, "i")));
        assertThat(of("reindex (tablespace x) schema concurrently s"))
                .isEqualTo(new Reindex("SCHEMA", name(null, "s")));
        assertThat(of("reindex database concurrently")).isEqualTo(new Reindex("DATABASE", null));
    }

    @Test
    void a_partition_is_detached_from_its_table() {
        assertThat(of("alter table if exists s.t detach partition p.\"2026\" concurrently"))
                .isEqualTo(new DetachPartition(name("s", "t"), name("p", "2026")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            create database d                             | CREATES
            create tablespace x location '/x'             | CREATES
            create subscription s connection '' publication p | CREATES
            drop database if exists d                     | DROPS
            drop tablespace x                             | DROPS
            drop subscription s                           | DROPS
            vacuum full t                                 | REPEATABLE
            cluster                                       | REPEATABLE
            repack (concurrently) t                       | REPEATABLE
            alter system set work_mem = 1                 | REPEATABLE
            alter database d set tablespace x             | REPEATABLE
            reindex schema s                              | REPEATABLE
            reindex (verbose) system                      | REPEATABLE
            discard all                                   | REPEATABLE
            alter subscription s refresh publication      | REPEATABLE
            alter subscription s set publication p        | REPEATABLE
            alter subscription s add publication p        | UNKNOWN
            call p()                                      | UNKNOWN
            do $$ begin end $$                            | UNKNOWN
            commit prepared 'x'                           | UNKNOWN
            select 1                                      | UNKNOWN
            create index concurrently on                  | UNKNOWN
            create index concurrently i                   | UNKNOWN
            drop index concurrently                       | UNKNOWN
            """)
    void what_a_second_run_would_do_is_known(String sql, Effect effect) {
        assertThat(of(sql)).isEqualTo(new Other(effect));
    }

    @Test
    void a_name_is_quoted_for_sql() {
        assertThat(name("s", "a\"b").quoted()).isEqualTo("\"s\".\"a\"\"b\"");
        assertThat(name(null, "A").quoted()).isEqualTo("\"A\"");
    }

    private static QualifiedName name(@Nullable String schema, String name) {
        return new QualifiedName(schema, name);
    }

    private static StandAlone of(String sql) {
        try (var reader = StatementReader.open(Fixtures.text(sql))) {
            reader.next();
            return StandAlone.of(reader.statement());
        }
    }
}

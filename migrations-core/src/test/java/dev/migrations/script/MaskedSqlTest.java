package dev.migrations.script;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskedSqlTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            select 1                                       | select ?
            select * from users where name = 'Ann'         | select * from users where name = ?
            select e'a\\'b', u&'c', b'1', x'f', n'd', 1.5   | select ?, ?, ?, ?, ?, ?
            select "Name", $1 from "t"                     | select "Name", $1 from "t"
            do $x$ secret $x$                              | do ?
            select 1 -- secret                             | select ?
            select /* secret */ a                          | select a
            alter role app password 'secret'               | alter role app password ?
            select a1, t2.b3 from t2                       | select a1, t2.b3 from t2
            """)
    void literals_and_comments_are_gone(String sql, String masked) {
        assertThat(MaskedSql.of(sql)).isEqualTo(masked);
    }

    @Test
    void it_is_one_line() {
        assertThat(MaskedSql.of("select\n  a,\n\tb\n-- all\nfrom t\n")).isEqualTo("select a, b from t");
        assertThat(MaskedSql.of("select \"a\nb\"")).isEqualTo("select \"a b\"");
    }

    @Test
    void what_the_server_has_cut_is_left_out() {
        assertThat(MaskedSql.of("select 'a', 'secr")).isEqualTo("select ?, …");
        assertThat(MaskedSql.of("select $$secr")).isEqualTo("select …");
        assertThat(MaskedSql.of("select a /* secr")).isEqualTo("select a …");
    }

    @Test
    void where_a_string_may_end_elsewhere_nothing_follows() {
        assertThat(MaskedSql.of("select 'it\\'s secret', a")).isEqualTo("select ?…");
    }
}

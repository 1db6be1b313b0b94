package dev.migrations.cli.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseAddressTest {

    @ParameterizedTest
    @CsvSource({
        "postgres://app@db.example:5433/shop,                    db.example:5433/shop",
        "postgresql://app:p%40ss@db.example/shop?sslmode=require, db.example:5432/shop",
        "postgres://db.example/shop?x-migrations-table=old,      db.example:5432/shop",
        "jdbc:postgresql://db.example:5433/shop?user=app,        db.example:5433/shop",
        "jdbc:postgresql:shop,                                   localhost:5432/shop",
        "postgres:///shop,                                       localhost:5432/shop",
        "postgres:///shop?host=db.example&port=5433,             db.example:5433/shop",
        "'postgres://[::1]:5433/shop',                           '[::1]:5433/shop'",
    })
    void urls_of_both_kinds_name_a_place(String url, String place) {
        assertThat(DatabaseAddress.parse("--url", url).place().replace("[", "").replace("]", ""))
                .isEqualTo(place.replace("[", "").replace("]", ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mysql://root:hush@host/db",
                "host/db?password=hush",
                "",
                "jdbc:oracle:thin:hush",
                "jdbc:postgresql://host:port/db?password=hush",
                "postgres://u:hush@host:notaport/db",
                "postgres://u:hush%zz@host/db",
                "postgres://u:top@hush@host/db",
                "postgres://u:12?hush@host/db",
                "jdbc:postgresql://u:hush@host/db"
            })
    void anything_else_is_refused_without_being_repeated(String url) {
        assertThatThrownBy(() -> DatabaseAddress.parse("--url", url))
                .isInstanceOf(UsageException.class)
                .hasMessageNotContaining("hush");
    }

    @Test
    void variables_of_psql_make_an_address() {
        var variables = new PgVariables(
                Map.of("PGHOST", "db.example", "PGPORT", "5433", "PGDATABASE", "shop", "PGUSER", "app"));
        assertThat(variables.address()).map(DatabaseAddress::place).contains("db.example:5433/shop");
        assertThat(new PgVariables(Map.of("PGUSER", "app")).address()).isEmpty();
        assertThat(new PgVariables(Map.of("DATABASE_URL", "postgres://one/shop", "PGHOST", "two")).address())
                .map(DatabaseAddress::place)
                .contains("one:5432/shop");
    }

    @Test
    void a_directory_of_sockets_is_no_host() {
        var variables = new PgVariables(Map.of("PGHOST", "/run/postgresql"));
        assertThatThrownBy(variables::address).hasMessageContaining("PGHOST=/run/postgresql");
        assertThatThrownBy(() -> DatabaseAddress.parse("--url", "postgres:///shop?host=/run/postgresql"))
                .hasMessageContaining("host=/run/postgresql");
    }
}

package dev.migrations.spring.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.zaxxer.hikari.HikariDataSource;
import dev.migrations.database.ConnectionSource;
import dev.migrations.testing.PostgresExtension;
import dev.migrations.testing.TestDatabase;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.datasource.AbstractDataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

@ExtendWith(PostgresExtension.class)
class DirectConnectionsPostgresTest {

    private final HikariDataSource pool = new HikariDataSource();

    @BeforeEach
    void prepare() {
        pool.setMaximumPoolSize(1);
        pool.setConnectionTimeout(1000);
    }

    @Test
    void the_settings_of_a_pool_are_taken_over(TestDatabase database) throws SQLException {
        database.execute("create schema shop", "create role app_" + database.name() + " login superuser");
        pool.setJdbcUrl(database.url().replaceFirst("user=[^&]*", ""));
        pool.setUsername("app_" + database.name());
        pool.setPassword("ignored");
        pool.setSchema("shop");
        pool.setConnectionInitSql("set statement_timeout = '7s'");
        pool.addDataSourceProperty("ApplicationName", "shop-app");
        assertThat(ask(
                        pool,
                        "select current_schema || ' ' || user || ' ' || current_setting('statement_timeout')"
                                + " || ' ' || current_setting('application_name')"))
                .isEqualTo("shop app_" + database.name() + " 7s shop-app");
        assertThat(pool.getHikariPoolMXBean())
                .as("the pool has not even started")
                .isNull();
        database.execute("drop role app_" + database.name());
    }

    @Test
    void a_pool_of_one_that_is_in_use_gives_two_more(TestDatabase database) throws SQLException {
        pool.setJdbcUrl(database.url());
        try (pool;
                var held = pool.getConnection()) {
            var source = DirectConnections.database("main", pool).source();
            try (var one = source.connect();
                    var other = source.connect()) {
                assertThat(held.isValid(1) && one.isValid(1) && other.isValid(1))
                        .isTrue();
            }
        }
    }

    @Test
    void a_pool_around_another_data_source_is_gone_round(TestDatabase database) throws SQLException {
        pool.setDataSource(postgres(database));
        assertThat(ask(pool, "select current_database()")).isEqualTo(database.name());
    }

    @Test
    void a_pool_that_makes_its_data_source_by_class_is_gone_round(TestDatabase database) throws SQLException {
        pool.setDataSourceClassName(PGSimpleDataSource.class.getName());
        pool.addDataSourceProperty("url", database.url());
        assertThat(ask(pool, "select current_database()")).isEqualTo(database.name());
        assertThat(pool.getHikariPoolMXBean()).isNull();
    }

    @Test
    void data_sources_of_the_driver_and_of_spring_are_known(TestDatabase database) throws SQLException {
        assertThat(ask(postgres(database), "select current_database()")).isEqualTo(database.name());
        assertThat(ask(new DriverManagerDataSource(database.url()), "select current_database()"))
                .isEqualTo(database.name());
    }

    @Test
    void the_single_connection_of_a_data_source_is_left_alone(TestDatabase database) throws SQLException {
        var single = new SingleConnectionDataSource(database.url(), false);
        try (var held = single.getConnection();
                var beside = DirectConnections.database("main", single).source().connect()) {
            assertThat(beside).isNotSameAs(held);
        } finally {
            single.destroy();
        }
    }

    @Test
    void one_that_nobody_knows_gives_its_own_connections(TestDatabase database) throws SQLException {
        var unknown = new AbstractDataSource() {
            @Override
            public Connection getConnection() throws SQLException {
                return postgres(database).getConnection();
            }

            @Override
            public Connection getConnection(String user, String password) {
                throw new UnsupportedOperationException();
            }
        };
        var found = DirectConnections.database("main", unknown);
        assertThat(found.place()).isSameAs(unknown);
        assertThat(ask(found.source(), "select current_database()")).isEqualTo(database.name());
    }

    @Test
    void a_quick_look_does_not_wait_as_long_as_the_url_allows() throws Exception {
        try (var mute = new ServerSocket(0)) {
            pool.setJdbcUrl("jdbc:postgresql://localhost:" + mute.getLocalPort()
                    + "/core?socketTimeout=60&connectTimeout=60&sslmode=disable&gssEncMode=disable&loginTimeout=60");
            var quick = DirectConnections.database("main", pool).quick();
            var start = System.nanoTime();
            assertThatExceptionOfType(SQLException.class).isThrownBy(quick::connect);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
        }
    }

    @Test
    void no_text_of_a_database_has_its_password() {
        pool.setJdbcUrl("jdbc:postgresql://db/core");
        pool.setUsername("app");
        pool.setPassword("geheim");
        var found = DirectConnections.database("main", pool);
        assertThat(found.toString() + found.source() + found.place()).doesNotContain("geheim");
    }

    private static PGSimpleDataSource postgres(TestDatabase database) {
        var dataSource = new PGSimpleDataSource();
        dataSource.setUrl(database.url());
        return dataSource;
    }

    private static String ask(DataSource root, String sql) throws SQLException {
        var found = DirectConnections.database("main", root);
        assertThat(ask(found.quick(), sql)).isEqualTo(ask(found.source(), sql));
        return ask(found.source(), sql);
    }

    private static String ask(ConnectionSource source, String sql) throws SQLException {
        try (var connection = source.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return String.valueOf(rows.getString(1));
        }
    }
}

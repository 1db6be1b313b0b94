package dev.migrations.test;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrations.database.ConnectionSource;
import dev.migrations.test.server.DatabaseUrl;
import dev.migrations.test.template.DatabaseClone;
import dev.migrations.test.template.Lifecycle;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

class MigratedDatabasePostgresTest {

    private static final String NAME = "select current_database()";

    @Test
    void every_type_leads_to_the_one_database_of_the_test(
            @MigratedDatabase DataSource dataSource,
            @MigratedDatabase Connection connection,
            @MigratedDatabase JdbcClient client,
            @MigratedDatabase JdbcTemplate template,
            @MigratedDatabase ConnectionSource source,
            @MigratedDatabase DatabaseUrl url,
            @MigratedDatabase DatabaseClone copy)
            throws SQLException {
        client.sql("insert into users (email, name) values ('ann@example.org', 'Ann')")
                .update();
        assertThat(client.sql("select name from user_names").query(String.class).list())
                .containsExactly("Ann");
        assertThat(template.queryForObject(NAME, String.class)).isEqualTo(copy.name());
        assertThat(JdbcClient.create(dataSource).sql(NAME).query(String.class).single())
                .isEqualTo(copy.name());
        try (var opened = source.connect()) {
            assertThat(opened.getCatalog()).isEqualTo(copy.name());
        }
        assertThat(connection.getCatalog()).isEqualTo(copy.name());
        assertThat(url.url()).endsWith("/" + copy.name());
    }

    @Test
    void a_folder_is_chosen_by_its_name_or_by_its_database(
            @MigratedDatabase(value = "02_orders-db", location = "classpath:shop") JdbcClient orders,
            @MigratedDatabase(value = "db_core", location = "classpath:shop") JdbcClient core) {
        assertThat(orders.sql("select count(*) from orders")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(core.sql("select count(*) from customers")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void scripts_run_on_the_template(
            @MigratedDatabase(scripts = "classpath:seeds/users.sql") JdbcClient client,
            @MigratedDatabase JdbcClient empty) {
        assertThat(client.sql("select name from users order by id")
                        .query(String.class)
                        .list())
                .containsExactly("Ann", "Bob");
        assertThat(client.sql("select greet('Ann')").query(String.class).single())
                .isEqualTo("Good day, Ann");
        assertThat(empty.sql("select count(*) from users").query(Integer.class).single())
                .isZero();
    }

    @Test
    void a_database_may_be_as_it_was_at_a_version(@MigratedDatabase(upTo = "2") JdbcClient client) {
        assertThat(client.sql("insert into users (email) values ('ann@example.org')")
                        .update())
                .isEqualTo(1);
        assertThat(client.sql("select max(version) from schema_migrations")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Nested
    class Of_fields {

        private static final Set<String> SEEN = new HashSet<>();

        @MigratedDatabase
        @SuppressWarnings("NullAway.Init")
        private static DatabaseClone shared;

        @MigratedDatabase
        @SuppressWarnings("NullAway.Init")
        private DatabaseClone own;

        private final DatabaseClone ofConstructor;

        Of_fields(@MigratedDatabase DatabaseClone ofConstructor) {
            this.ofConstructor = ofConstructor;
        }

        @BeforeEach
        void they_are_there_before_the_test() {
            assertThat(own.name()).isNotEqualTo(shared.name());
        }

        @RepeatedTest(2)
        void an_instance_field_is_new_for_each_test_and_a_static_one_is_not(@MigratedDatabase DatabaseClone parameter) {
            assertThat(parameter.name()).isEqualTo(own.name()).isEqualTo(ofConstructor.name());
            assertThat(SEEN.add(own.name())).isTrue();
            SEEN.add(shared.name());
            assertThat(SEEN).contains(shared.name());
        }
    }

    @Nested
    @MigratedDatabase(lifecycle = Lifecycle.PER_CLASS)
    class On_a_class {

        private static final Set<String> SEEN = ConcurrentHashMap.newKeySet();

        @RepeatedTest(3)
        void plain_parameters_share_it(DatabaseClone database) {
            SEEN.add(database.name());
            assertThat(SEEN).hasSize(1);
        }
    }

    @Nested
    @MigratedDatabase
    @Execution(ExecutionMode.CONCURRENT)
    class Side_by_side {

        @ParameterizedTest
        @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
        @Execution(ExecutionMode.CONCURRENT)
        void no_test_sees_the_rows_of_another(int number, JdbcClient client) {
            client.sql("insert into users (email, name) values (?, 'x')")
                    .param("u" + number)
                    .update();
            assertThat(client.sql("select email from users").query(String.class).list())
                    .containsExactly("u" + number);
        }
    }
}

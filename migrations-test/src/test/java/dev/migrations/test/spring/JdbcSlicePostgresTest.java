package dev.migrations.test.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.test.autoconfigure.JdbcTest;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.jdbc.Sql;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@JdbcTest(properties = "spring.datasource.url=jdbc:postgresql://nowhere.invalid/none")
@ContextConfiguration(classes = OneDatabase.class)
@AutoConfigureMigratedDatabase(scripts = "classpath:seeds/users.sql")
@TestMethodOrder(MethodOrderer.MethodName.class)
class JdbcSlicePostgresTest {

    private static final Set<String> DATABASES = new HashSet<>();
    private static final Set<ApplicationContext> CONTEXTS = new HashSet<>();

    @Autowired
    private JdbcClient client;

    @Autowired
    private ApplicationContext context;

    @RepeatedTest(3)
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    void what_a_test_commits_is_not_there_for_the_next() {
        assertThat(count()).isEqualTo(2);
        client.sql("insert into users (email, name) values ('eve@example.org', 'Eve')")
                .update();
        assertThat(count()).isEqualTo(3);
        assertThat(DATABASES.add(database())).isTrue();
        CONTEXTS.add(context);
        assertThat(CONTEXTS).hasSize(1);
    }

    @RepeatedTest(2)
    @Sql(statements = "insert into users (email, name) values ('dan@example.org', 'Dan')")
    void a_transaction_and_scripts_of_a_test_are_on_its_own_database() {
        assertThat(count()).isEqualTo(3);
        assertThat(DATABASES.add(database())).isTrue();
    }

    @Nested
    class Inside {

        @RepeatedTest(2)
        void the_context_and_the_annotation_are_those_of_the_outer_class(@Autowired DataSource dataSource) {
            assertThat(dataSource).isInstanceOf(SwitchingDataSource.class);
            assertThat(DATABASES.add(database())).isTrue();
            CONTEXTS.add(context);
            assertThat(CONTEXTS).hasSize(1);
        }
    }

    private int count() {
        return client.sql("select count(*) from users").query(Integer.class).single();
    }

    private String database() {
        return client.sql("select current_database()").query(String.class).single();
    }
}

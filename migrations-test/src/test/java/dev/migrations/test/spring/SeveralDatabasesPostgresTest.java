package dev.migrations.test.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrations.test.template.Lifecycle;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest(classes = TwoDatabases.class, properties = "migrations.location=classpath:shop")
@AutoConfigureMigratedDatabase(lifecycle = Lifecycle.PER_CLASS)
class SeveralDatabasesPostgresTest {

    private static final Set<String> DATABASES = new HashSet<>();

    @Autowired
    private JdbcClient core;

    @Autowired
    @Qualifier("orders")
    private JdbcClient orders;

    @RepeatedTest(2)
    void each_data_source_leads_to_its_folder_s_database_for_the_whole_class() {
        assertThat(core.sql("select count(*) from customers")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(orders.sql("select count(*) from orders")
                        .query(Integer.class)
                        .single())
                .isZero();
        DATABASES.add(database(core));
        DATABASES.add(database(orders));
        assertThat(DATABASES).hasSize(2);
    }

    private static String database(JdbcClient client) {
        return client.sql("select current_database()").query(String.class).single();
    }
}

package dev.migrations.test.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrations.test.server.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.autoconfigure.container.ContainerImageMetadata;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** With connection details of the kind that a container's {@code @ServiceConnection} gives; no Docker is needed. */
@SpringBootTest(classes = {OneDatabase.class, ServiceConnectionPostgresTest.Container.class})
@AutoConfigureMigratedDatabase
class ServiceConnectionPostgresTest {

    private static final String ROLE = "container_role";

    private static final JdbcClient ADMIN =
            JdbcClient.create(TestServer.find().url().dataSource());

    @Autowired
    private JdbcClient client;

    @BeforeAll
    static void the_container_has_a_role_of_its_own() {
        ADMIN.sql("create role " + ROLE + " superuser login password 'secret'").update();
    }

    @AfterAll
    static void drop() {
        ADMIN.sql("alter role " + ROLE + " nosuperuser nologin").update();
    }

    @Test
    void databases_are_made_in_the_container() {
        assertThat(client.sql("select current_user").query(String.class).single())
                .isEqualTo(ROLE);
        assertThat(client.sql("select current_database()").query(String.class).single())
                .startsWith("migrations_test_");
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Container {

        @Bean
        static BeanDefinitionRegistryPostProcessor serviceConnection() {
            return Container::register;
        }

        private static void register(BeanDefinitionRegistry registry) {
            var definition = new RootBeanDefinition(JdbcConnectionDetails.class, Details::new);
            new ContainerImageMetadata("postgres").addTo(definition);
            registry.registerBeanDefinition("containerDetails", definition);
        }
    }

    private record Details() implements JdbcConnectionDetails {

        @Override
        public String getUsername() {
            return ROLE;
        }

        @Override
        public String getPassword() {
            return "secret";
        }

        @Override
        public String getJdbcUrl() {
            return TestServer.find().url().url();
        }
    }
}

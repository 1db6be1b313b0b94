package dev.migrations.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.migrations.test.server.TestServer;
import dev.migrations.test.template.DatabaseClone;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.springframework.jdbc.core.simple.JdbcClient;

class FailedTestPostgresTest {

    @Test
    void the_database_of_a_failed_test_is_kept_and_its_failure_says_where() {
        var failure = failures(Failing.class).get(0);
        assertThat(failure.getSuppressed()).hasSize(1);
        var told = String.valueOf(failure.getSuppressed()[0].getMessage());
        assertThat(told)
                .matches(
                        "the database of this test is kept for a look: psql 'postgresql://.*/migrations_test_[0-9a-f]{8}_[0-9]+'"
                                + " \\(jdbc:postgresql://.*\\)");
        var name = told.replaceFirst(".*/(migrations_test_[0-9a-f]+_[0-9]+)'.*", "$1");
        var kept = JdbcClient.create(TestServer.find().database(name).dataSource());
        assertThat(kept.sql("select email from users").query(String.class).list())
                .containsExactly("ann@example.org");
        assertThat(kept.sql("select shobj_description(oid, 'pg_database') from pg_database where datname = ?")
                        .param(name)
                        .query(String.class)
                        .single())
                .startsWith("Kept test database of migrations: " + Failing.class.getName() + " it_fails");
    }

    @Test
    void a_test_that_is_given_up_keeps_nothing() {
        assertThat(failures(Aborted.class)).hasSize(1).allMatch(failure -> failure.getSuppressed().length == 0);
    }

    @Test
    void a_broken_migration_is_shown_once_and_told_to_the_others() {
        var failures = failures(Broken.class);
        assertThat(failures).hasSize(2);
        assertThat(failures.get(0)).hasMessageContaining("""
                 1 | create table a (id int refrences b);""");
        assertThat(failures.get(1))
                .hasMessageContaining("the template of broken could not be built: ")
                .hasMessageContaining("at or near \"refrences\"")
                .hasMessageNotContaining(" 1 | ");
    }

    @Test
    void what_runs_once_for_a_class_is_refused_a_database_of_one_test() {
        assertThat(failures(OnceForAll.class).get(0))
                .hasMessageContaining("write @MigratedDatabase(lifecycle = PER_CLASS)");
    }

    @Test
    void a_class_of_several_folders_is_asked_which_one() {
        assertThat(failures(Undecided.class).get(0))
                .hasStackTraceContaining("which of the folders in classpath:shop is meant?")
                .hasStackTraceContaining("write @MigratedDatabase(\"01_core-db\")");
    }

    private static List<Throwable> failures(Class<?> testClass) {
        return EngineTestKit.engine("junit-jupiter")
                .configurationParameter("junit.jupiter.conditions.deactivate", "*")
                .selectors(selectClass(testClass))
                .execute()
                .allEvents()
                .finished()
                .filter(event ->
                        event.getRequiredPayload(TestExecutionResult.class).getStatus() != Status.SUCCESSFUL)
                .map(FailedTestPostgresTest::failure)
                .toList();
    }

    private static Throwable failure(Event event) {
        return event.getRequiredPayload(TestExecutionResult.class)
                .getThrowable()
                .orElseThrow();
    }

    @Disabled("run by the tests above")
    static class Failing {

        @Test
        void it_fails(@MigratedDatabase JdbcClient client) {
            client.sql("insert into users (email, name) values ('ann@example.org', 'Ann')")
                    .update();
            fail("on purpose");
        }
    }

    @Disabled("run by the tests above")
    static class Aborted {

        @Test
        void it_is_given_up(@MigratedDatabase DatabaseClone database) {
            abort("on purpose");
        }
    }

    @Disabled("run by the tests above")
    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    static class Broken {

        @Test
        @Order(1)
        void the_first(@MigratedDatabase(location = "classpath:broken") DatabaseClone database) {}

        @Test
        @Order(2)
        void the_second(@MigratedDatabase(location = "classpath:broken") DatabaseClone database) {}
    }

    @Disabled("run by the tests above")
    static class OnceForAll {

        @BeforeAll
        static void before(@MigratedDatabase DatabaseClone database) {}

        @Test
        void it_does_not_run() {}
    }

    @Disabled("run by the tests above")
    @MigratedDatabase(location = "classpath:shop")
    static class Undecided {

        @Test
        void it_does_not_run(DatabaseClone database) {}
    }
}

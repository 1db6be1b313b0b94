package dev.migrations.test;

import static dev.migrations.test.MigrationAssert.assertThatMigrations;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MigrationAssertPostgresTest {

    @Test
    void every_migration_can_be_undone_and_applied_again() {
        assertThatMigrations("classpath:migrations").roundTrip();
    }

    @Test
    void what_a_way_down_leaves_behind_is_told() {
        assertThatThrownBy(() -> assertThatMigrations("classpath:residue").roundTrip())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("001_create_a.up.sql: residue")
                .hasMessageContaining("+ table public.b");
    }

    @Test
    void names_are_filled_from_the_addresses() {
        assertThatMigrations("classpath:migrations")
                .upTo("2")
                .execute("insert into users (email) values ('ann@example.org')")
                .insert("users (email, name) values ('bob@example.org', 'Robert')")
                .then("3")
                .query("select email, name from users order by id")
                .containsExactly("ann@example.org, ann", "bob@example.org, Robert");
    }

    @Test
    void rows_survive_the_way_down() {
        assertThatMigrations("classpath:migrations")
                .upTo("3")
                .insert("users (email, name) values ('ann@example.org', 'Ann')")
                .then("1")
                .query("select * from users")
                .containsExactly("1, ann@example.org");
    }

    @Test
    void rows_that_a_migration_cannot_take_make_it_fail() {
        assertThatMigrations("classpath:migrations")
                .upTo("2")
                .insert("users (email) values ('@')")
                .execute("alter table users add check (name <> '')")
                .failsAt("3", "users_name_check")
                .query("select max(version) from schema_migrations")
                .containsExactly("2");
    }

    @Test
    void other_rows_than_expected_are_shown() {
        assertThatThrownBy(() -> assertThatMigrations("classpath:migrations")
                        .upTo("1")
                        .insert("users (email) values ('ann@example.org')")
                        .query("select email from users")
                        .containsExactly("bob@example.org", "eve@example.org"))
                .isInstanceOf(AssertionError.class)
                .hasMessage("""
                        at 1 of migrations, select email from users
                        is to give
                          bob@example.org
                          eve@example.org
                        but gives
                          ann@example.org""");
    }

    @Test
    void a_statement_that_fails_is_the_test_s_failure() {
        assertThatThrownBy(() ->
                        assertThatMigrations("classpath:migrations").upTo("1").execute("insert into nobody values (1)"))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("at 1 of migrations: ERROR: relation \"nobody\" does not exist");
    }

    @Test
    void a_folder_of_several_is_named() {
        assertThatMigrations("classpath:shop", "01_core-db")
                .upTo("1")
                .query("select * from customers")
                .isEmpty();
        assertThatThrownBy(() -> assertThatMigrations("classpath:shop"))
                .isInstanceOf(FolderChoiceException.class)
                .hasMessageContaining("01_core-db, 02_orders-db");
        assertThatThrownBy(() -> assertThatMigrations("classpath:shop", "02_order-db"))
                .hasMessageContaining("@MigratedDatabase(\"02_orders-db\")");
    }
}

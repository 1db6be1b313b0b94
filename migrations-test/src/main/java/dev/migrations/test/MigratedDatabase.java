package dev.migrations.test;

import dev.migrations.test.template.Lifecycle;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives a test a private database with all migrations applied: a copy of a template, which is built once.
 *
 * <p>On a parameter or a field, it fills that one; on a class, every parameter of such a type. The types are
 * {@link javax.sql.DataSource}, {@link java.sql.Connection}, {@code JdbcClient} and {@code JdbcTemplate} of Spring,
 * {@link dev.migrations.test.server.DatabaseUrl}, {@link dev.migrations.test.template.DatabaseClone} and
 * {@link dev.migrations.database.ConnectionSource}. All that ask for the same folder and scripts in one test get the same
 * database. When the test has failed, its database is kept, and the failure says how to reach it.
 *
 * <pre>{@code
 * @Test
 * void a_user_is_found_by_email(@MigratedDatabase DataSource database) { … }
 * }</pre>
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.FIELD, ElementType.PARAMETER})
@ExtendWith(MigratedDatabaseExtension.class)
public @interface MigratedDatabase {

    /**
     * The folder, such as {@code 02_orders-db}, or the database that its {@code migration.yaml} names; may be left out where
     * there is only one folder.
     */
    String value() default "";

    /** Where the folders are: {@code classpath:migrations}, {@code file:/path}, or a plain path. */
    String location() default "classpath:migrations";

    /** SQL that runs once, on the template, after the migrations: {@code classpath:seeds/users.sql}, or a path. */
    String[] scripts() default {};

    /** The last version that is applied; all of them where it is left out. */
    String upTo() default "";

    /** Whether each method has its own, or the methods of a class share one. A static field is always shared. */
    Lifecycle lifecycle() default Lifecycle.PER_METHOD;
}

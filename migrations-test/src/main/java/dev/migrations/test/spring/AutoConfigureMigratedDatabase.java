package dev.migrations.test.spring;

import dev.migrations.test.template.Lifecycle;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * Replaces each {@code DataSource} bean for which there is a folder of migrations by a private, migrated database, which is
 * another one for each test method. For {@code @SpringBootTest}, {@code @JdbcTest}, {@code @DataJpaTest} and any other test
 * of the Spring TestContext Framework.
 *
 * <p>The application context is cached as ever: its {@code DataSource} stays the same, and leads to another database. What an
 * application writes while it starts is in a database that no test sees; rows that every test needs are {@link #scripts}.
 * With a container's {@code @ServiceConnection}, the databases are made in that container. Migrations do not run when the
 * application starts: they are in the database already. Tests with this annotation run one after the other, also where JUnit
 * runs others side by side, because those that share a context share its {@code DataSource}.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ResourceLock("dev.migrations.test.spring")
public @interface AutoConfigureMigratedDatabase {

    /** Where the folders are; the property {@code migrations.location}, or else {@code classpath:migrations}, if left out. */
    String location() default "";

    /** SQL that runs once, on the templates of all databases, after the migrations. */
    String[] scripts() default {};

    /** Whether each method has its own databases, or the methods of a class share them. */
    Lifecycle lifecycle() default Lifecycle.PER_METHOD;
}

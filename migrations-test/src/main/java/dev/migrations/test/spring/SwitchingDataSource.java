package dev.migrations.test.spring;

import dev.migrations.test.template.DatabaseClone;
import dev.migrations.test.template.KeptDatabase;
import dev.migrations.test.template.TemplateDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.AbstractDataSource;

/**
 * A data source that stays, and leads to the database of the test that runs.
 *
 * <ol>
 *   <li>Between tests, and while the context starts, it leads to a database of the context's own.
 *   <li>A test's database is taken when the first connection is opened: a test that opens none costs nothing.
 *   <li>There is no pool: no connection can outlive its test.
 * </ol>
 */
final class SwitchingDataSource extends AbstractDataSource implements AutoCloseable {

    private final Supplier<TemplateDatabase> making;
    private final Deque<Scope> scopes = new ArrayDeque<>();
    private @Nullable TemplateDatabase template;

    SwitchingDataSource(Supplier<TemplateDatabase> making) {
        this.making = making;
        scopes.push(new Scope());
    }

    @Override
    public Connection getConnection() throws SQLException {
        return current().dataSource().getConnection();
    }

    /** As the owner of the copy all the same: there are no other roles to speak of. */
    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        return current().dataSource().getConnection(username, password);
    }

    private synchronized DatabaseClone current() {
        if (template == null) {
            template = making.get();
        }
        return scopes.element().database(template);
    }

    /** From now on another database. */
    synchronized void begin() {
        scopes.push(new Scope());
    }

    /** The database is kept, and the failure says where it is. */
    synchronized void keep(String test, Throwable failure) {
        scopes.element().given().ifPresent(database -> KeptDatabase.tell(database, test, failure));
    }

    /** Back to the database before. */
    synchronized void end() {
        scopes.pop().given().ifPresent(DatabaseClone::close);
    }

    /** With the context. */
    @Override
    public synchronized void close() {
        scopes.forEach(scope -> scope.given().ifPresent(DatabaseClone::close));
    }

    private static final class Scope {

        private @Nullable DatabaseClone database;

        DatabaseClone database(TemplateDatabase template) {
            if (database == null) {
                database = template.clone();
            }
            return database;
        }

        Optional<DatabaseClone> given() {
            return Optional.ofNullable(database);
        }
    }
}

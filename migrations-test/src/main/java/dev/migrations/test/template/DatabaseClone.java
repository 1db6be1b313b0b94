package dev.migrations.test.template;

import dev.migrations.database.ConnectionSource;
import dev.migrations.test.server.DatabaseUrl;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;

/** A migrated database that one test has for itself, until it is closed. */
public final class DatabaseClone implements AutoCloseable {

    private final TestRun run;
    private final TemplateKey template;
    private final String name;
    private final DatabaseUrl url;
    private final AtomicBoolean over = new AtomicBoolean();

    DatabaseClone(TestRun run, TemplateKey template, String name, DatabaseUrl url) {
        this.run = run;
        this.template = template;
        this.name = name;
        this.url = url;
    }

    /** Its name on its server. */
    public String name() {
        return name;
    }

    /** How to reach it. */
    public DatabaseUrl url() {
        return url;
    }

    /** Connections for the engine. */
    public ConnectionSource source() {
        return url.source();
    }

    /** Opens a connection each time; there is no pool. */
    public DataSource dataSource() {
        return url.dataSource();
    }

    /**
     * Leaves it there for a look when it is closed, until a later run; only the newest few are kept.
     *
     * @param test whose it was
     * @return whether it is kept: {@code -Dmigrations.test.keep=0} keeps none
     */
    public boolean keep(String test) {
        return !over.get() && run.keep(this, template, test) && !over.getAndSet(true);
    }

    /** Drops it, in the background, whoever is connected. */
    @Override
    public void close() {
        if (!over.getAndSet(true)) {
            run.remove(name);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}

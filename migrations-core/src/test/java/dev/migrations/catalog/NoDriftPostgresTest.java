package dev.migrations.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrations.DriftRequest;
import dev.migrations.QuickDriftReport.Result;
import dev.migrations.schema.DiffText;
import dev.migrations.testing.MigrationFiles;
import dev.migrations.testing.PostgresServer;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Whatever a migration can make, it makes again on a scratch database: what nobody has touched has not drifted. */
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock(SchemaRoles.NAME)
class NoDriftPostgresTest {

    private static final PostgresServer SERVER = PostgresServer.get();

    @TempDir
    Path directory;

    @BeforeAll
    static void createRoles() {
        SchemaRoles.create(SERVER);
    }

    @AfterAll
    static void dropRoles() {
        SchemaRoles.drop(SERVER);
    }

    @TestFactory
    Stream<DynamicTest> none_of_these_schemas_has_drifted() {
        return SchemaCase.all()
                .filter(NoDriftPostgresTest::canBeMadeTwice)
                .map(schema -> DynamicTest.dynamicTest(
                        schema.name(), () -> assertThat(drift(schema)).isEmpty()));
    }

    /** A subscription keeps its database from being dropped. */
    private static boolean canBeMadeTwice(SchemaCase schema) {
        return !schema.name().equals("subscriptions");
    }

    private String drift(SchemaCase schema) {
        var files = MigrationFiles.in(directory.resolve(schema.name()))
                .with("001_made.up.sql", schema.base().sql());
        try (var database = SERVER.createDatabase()) {
            var migrator = files.withFingerprints(database.source());
            migrator.up();
            assertThat(migrator.quickDrift().result()).isEqualTo(Result.UNCHANGED);
            var report = migrator.drift(DriftRequest.DEFAULT);
            return String.join("\n", DiffText.render(report.diff()));
        }
    }
}

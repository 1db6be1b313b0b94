package dev.migrations.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrations.DriftRequest;
import dev.migrations.Migrator;
import dev.migrations.VerifyRequest;
import dev.migrations.database.ConnectionSource;
import dev.migrations.migration.MigrationFolder;
import dev.migrations.migration.MigrationTree;
import dev.migrations.sample.embedded.EmbeddedServer;
import dev.migrations.verify.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the engine says of the shop's four folders. */
class ShopSchemasPostgresTest {

    private static EmbeddedServer server;

    @BeforeAll
    static void start(@TempDir Path directory) {
        server = EmbeddedServer.start(
                directory, folders().map(MigrationFolder::name).toList());
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    static Stream<MigrationFolder> folders() {
        return MigrationTree.read("classpath:migrations", ShopSchemasPostgresTest.class.getClassLoader())
                .folders()
                .stream();
    }

    @ParameterizedTest
    @MethodSource("folders")
    void every_version_is_undone_exactly(MigrationFolder folder) {
        var report = migrator(folder).verify(VerifyRequest.DEFAULT);
        assertThat(report.versions()).hasSizeGreaterThanOrEqualTo(4).allSatisfy(check -> assertThat(check.verdict())
                .as(check.toString())
                .isEqualTo(Verdict.EXACT));
        assertThat(report.repeatables()).isNotEmpty().allSatisfy(check -> assertThat(check.verdict())
                .isEqualTo(Verdict.EXACT));
    }

    @ParameterizedTest
    @MethodSource("folders")
    void what_nobody_has_touched_has_not_drifted(MigrationFolder folder) {
        var migrator = migrator(folder);
        migrator.up();
        assertThat(migrator.drift(DriftRequest.DEFAULT).diff().isEmpty()).isTrue();
    }

    private static Migrator migrator(MigrationFolder folder) {
        var connection = server.connection(folder.name());
        return Migrator.of(folder, ConnectionSource.of(connection.url(), connection.username(), connection.password()))
                .build();
    }
}

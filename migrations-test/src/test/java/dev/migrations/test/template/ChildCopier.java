package dev.migrations.test.template;

import dev.migrations.migration.MigrationTree;
import dev.migrations.test.server.DatabaseUrl;
import dev.migrations.test.server.TestServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A process that makes one copy of a folder's template, and prints what a question comes to there. */
final class ChildCopier {

    private ChildCopier() {}

    /** A folder, a question, a URL, and a user and a password where there are any. */
    public static void main(String[] args) {
        var folder = MigrationTree.read(args[0], ChildCopier.class.getClassLoader())
                .folders()
                .get(0);
        var server = TestServer.at(
                new DatabaseUrl(args[2], args.length > 3 ? args[3] : null, args.length > 4 ? args[4] : null));
        try (var copy = TemplateDatabase.of(folder, server).clone()) {
            System.out.print(JdbcClient.create(copy.dataSource())
                    .sql(args[1])
                    .query(String.class)
                    .single());
        }
    }

    static Process start(DatabaseUrl url, Path folder, String question) throws IOException {
        var command = Stream.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-cp",
                System.getProperty("java.class.path"),
                ChildCopier.class.getName(),
                folder.toString(),
                question,
                url.url(),
                url.user(),
                url.password());
        return new ProcessBuilder(command.filter(Objects::nonNull).toList())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}

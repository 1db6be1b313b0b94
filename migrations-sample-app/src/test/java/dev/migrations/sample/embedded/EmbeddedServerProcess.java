package dev.migrations.sample.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** A JVM of its own with an embedded server and an open transaction, for a test to kill. */
final class EmbeddedServerProcess {

    private EmbeddedServerProcess() {}

    public static void main(String[] args) throws Exception {
        var server = EmbeddedServer.start(Path.of(args[0]), List.of("shop"));
        var shop = server.connection("shop");
        try (var connection = DriverManager.getConnection(shop.url(), shop.username(), shop.password());
                var statement = connection.createStatement()) {
            statement.execute("create table kept as select 1 as number");
            connection.setAutoCommit(false);
            statement.execute("create table lost as select 1 as number");
            System.out.println("ready");
            new CountDownLatch(1).await();
        }
    }

    /** Starts the JVM, waits until it is ready, and kills it as {@code kill -9} does. */
    static void startAndKill(Path directory) throws IOException, InterruptedException {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        EmbeddedServerProcess.class.getName(),
                        directory.toString())
                .redirectErrorStream(true)
                .start();
        try (var output = process.inputReader()) {
            var said = new StringBuilder();
            for (var line = output.readLine(); !"ready".equals(line); line = output.readLine()) {
                if (line == null) {
                    throw new IllegalStateException("ended before it was ready:" + said);
                }
                said.append(System.lineSeparator()).append(line);
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
    }
}

package dev.migrations.sample;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The repackaged jar as a process of its own, which a test talks to, stops, or kills. */
final class RunningShop implements AutoCloseable {

    private static final Path JAR =
            Path.of("target", "migrations-sample-app.jar").toAbsolutePath();
    private static final Pattern WEB_PORT = Pattern.compile("Tomcat started on port (\\d+)");
    private static final Pattern DATABASE_PORT = Pattern.compile("PostgreSQL \\d+ listens on port (\\d+)");
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Process process;
    private final Path output;
    private final HttpClient http = HttpClient.newHttpClient();

    private RunningShop(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /** Starts the jar on a free port and in a folder of the test's; returns at once. */
    static RunningShop start(Path folder, String... arguments) throws IOException {
        var output = Files.createTempFile(folder, "shop", ".log");
        var process = process(folder, arguments)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        return new RunningShop(process, output);
    }

    /** The jar, on a free port and on data in a folder of the test's. */
    static ProcessBuilder process(Path folder, String... arguments) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                JAR.toString(),
                "--server.port=0",
                "--shop.embedded.directory=" + folder.resolve("postgres")));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).directory(folder.toFile());
    }

    /** The answer's body, as soon as there is an answer of status 200. */
    String awaitOk(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + awaitNumber(WEB_PORT) + path))
                .build();
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline && process.isAlive()) {
            var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() == 200) {
                return answer.body();
            }
            Thread.sleep(100);
        }
        throw new AssertionError("no 200 from " + path + "\n" + output());
    }

    /** How to reach one of the embedded server's databases, as soon as it listens. */
    String awaitDatabase(String name) throws IOException, InterruptedException {
        return "jdbc:postgresql://localhost:" + awaitNumber(DATABASE_PORT) + "/" + name + "?user=postgres";
    }

    private String awaitNumber(Pattern line) throws IOException, InterruptedException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline && process.isAlive()) {
            Matcher matcher = line.matcher(output());
            if (matcher.find()) {
                return matcher.group(1);
            }
            Thread.sleep(50);
        }
        throw new AssertionError("never said: " + line + "\n" + output());
    }

    String output() throws IOException {
        return Files.readString(output);
    }

    /** As {@code kill -9} does it. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** As Ctrl-C does it. */
    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(1, TimeUnit.MINUTES)) {
            kill();
        }
    }
}

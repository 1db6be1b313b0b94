package dev.migrations.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A JVM of its own that runs {@link ChildMigrator}, and may be killed. */
public final class ChildJvm implements AutoCloseable {

    /** Only a hang takes as long; no outcome depends on it. */
    private static final long GIVE_UP_SECONDS = 150;

    private final Process process;
    private final Path output;

    private ChildJvm(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /** Starts one that brings a database up to date from this directory. */
    public static ChildJvm up(String url, MigrationFiles files, String... jvmOptions) {
        return start("up", url, files, jvmOptions);
    }

    /** Starts one that only makes the plan. */
    public static ChildJvm plan(String url, MigrationFiles files, String... jvmOptions) {
        return start("plan", url, files, jvmOptions);
    }

    /** Starts one that traces what is pending. */
    public static ChildJvm trace(String url, MigrationFiles files, String... jvmOptions) {
        return start("trace", url, files, jvmOptions);
    }

    /** Starts one that runs the backfills. */
    public static ChildJvm backfill(String url, MigrationFiles files, String... jvmOptions) {
        return start("backfill", url, files, jvmOptions);
    }

    private static ChildJvm start(String command, String url, MigrationFiles files, String... jvmOptions) {
        var line = new ArrayList<String>();
        line.add(ProcessHandle.current().info().command().orElse("java"));
        line.addAll(List.of("-Xshare:auto", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        line.addAll(List.of(jvmOptions));
        line.addAll(List.of("-cp", System.getProperty("java.class.path"), ChildMigrator.class.getName()));
        line.addAll(List.of(command, url, files.directory().toString()));
        try {
            var output = Files.createTempFile("child-", ".txt");
            var process = new ProcessBuilder(line)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            return new ChildJvm(process, output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What it printed so far. */
    public String output() {
        try {
            return Files.readString(output, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for it to end well; what it printed. */
    public String await() {
        try {
            if (!process.waitFor(GIVE_UP_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("it does not end: " + output());
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        if (process.exitValue() != 0) {
            throw new AssertionError("it failed with " + process.exitValue() + ": " + output());
        }
        return output();
    }

    /** Whether it runs. */
    public boolean isAlive() {
        return process.isAlive();
    }

    /** {@code kill -9}, and nothing of it runs any more. */
    public void kill() {
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        kill();
        try {
            Files.deleteIfExists(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

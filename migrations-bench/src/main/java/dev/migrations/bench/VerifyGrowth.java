package dev.migrations.bench;

import dev.migrations.Migrator;
import dev.migrations.VerifyRequest;
import dev.migrations.database.ConnectionSource;
import dev.migrations.migration.MigrationTree;
import dev.migrations.verify.ScriptCheck;
import dev.migrations.verify.Verdict;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How the time of {@code migrations verify} grows with the number of versions, each of which makes a table of five columns with
 * a key, an index, a check, a foreign key and a comment.
 *
 * <pre>{@code
 * java -cp migrations-bench/target/benchmarks.jar dev.migrations.bench.VerifyGrowth [versions=100,300,1000] [jdbc:postgresql://…]
 * }</pre>
 *
 * Without a URL, a PostgreSQL of its own is started from embedded binaries.
 */
public final class VerifyGrowth {

    private final String url;
    private final PrintStream out;

    private VerifyGrowth(String url, PrintStream out) {
        this.url = url;
        this.out = out;
    }

    /** See the class. */
    public static void main(String[] args) throws Exception {
        var counts = args.length > 0 ? args[0] : "100,300,1000";
        if (args.length > 1) {
            new VerifyGrowth(args[1], System.out).run(counts);
            return;
        }
        try (var server =
                EmbeddedPostgres.builder().setServerConfig("fsync", "off").start()) {
            new VerifyGrowth(server.getJdbcUrl("postgres", "postgres"), System.out).run(counts);
        }
    }

    private void run(String counts) throws IOException {
        verify(20); // for the JVM and the server to get warm
        out.printf(
                "%10s %10s %16s %20s %19s%n",
                "versions", "seconds", "ms per version", "ms, the first tenth", "ms, the last tenth");
        for (var count : List.of(counts.replace("versions=", "").split(","))) {
            var start = System.nanoTime();
            var checks = verify(Integer.parseInt(count));
            var millis = (System.nanoTime() - start) / 1e6;
            var tenth = Math.max(1, checks.size() / 10);
            out.printf(
                    "%10d %10.1f %16.1f %20.1f %19.1f%n",
                    checks.size(),
                    millis / 1000,
                    millis / checks.size(),
                    mean(checks.subList(0, tenth)),
                    mean(checks.subList(checks.size() - tenth, checks.size())));
        }
    }

    private List<ScriptCheck> verify(int versions) throws IOException {
        var directory = write(versions);
        var folder = MigrationTree.read(directory.toString(), VerifyGrowth.class.getClassLoader())
                .folders()
                .get(0);
        var report = Migrator.of(folder, ConnectionSource.of(url, null, null))
                .build()
                .verify(VerifyRequest.DEFAULT);
        var inexact = report.versions().stream()
                .filter(check -> check.verdict() != Verdict.EXACT)
                .toList();
        if (!inexact.isEmpty() || report.versions().size() != versions) {
            throw new IllegalStateException(report.versions().size() + " versions, not exact: " + inexact);
        }
        return report.versions();
    }

    private static double mean(List<ScriptCheck> checks) {
        return checks.stream()
                .mapToDouble(check -> check.duration().toNanos() / 1e6)
                .average()
                .orElse(0);
    }

    private static Path write(int versions) throws IOException {
        var directory = Files.createTempDirectory("verify-growth");
        for (var version = 1; version <= versions; version++) {
            var statements = new ArrayList<>(List.of(
                    "create table t%1$d (id bigint generated always as identity primary key, name text not null,"
                            + " price numeric(10, 2) default 0, made timestamptz not null default now(), other bigint,"
                            + " constraint t%1$d_price check (price >= 0));",
                    "create index t%1$d_name on t%1$d (name);", "comment on table t%1$d is 'table number %1$d';"));
            if (version > 1) {
                statements.add("alter table t%1$d add foreign key (other) references t%2$d;");
            }
            var name = "%04d_table".formatted(version);
            Files.writeString(
                    directory.resolve(name + ".up.sql"),
                    String.join("\n", statements).formatted(version, version - 1));
            Files.writeString(directory.resolve(name + ".down.sql"), "drop table t%d;".formatted(version));
        }
        return directory;
    }
}

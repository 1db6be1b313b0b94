package dev.migrations.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.migrations.script.ScriptSource;
import dev.migrations.script.SqlScript;
import dev.migrations.script.StatementReader;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How long it takes to cut a script, beside a splitter that does the least that can be called splitting.
 * {@code java -jar migrations-bench/target/benchmarks.jar Splitter}
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
public class SplitterBenchmark {

    /** What is read: 50 MB, or 200,000 statements. */
    @Param({"INSERTS", "SMALL_STATEMENTS"})
    public Input input;

    private long sum;
    private byte[] bytes = new byte[0];
    private ScriptSource source = Scripts.source(bytes);

    /** The two scripts of the benchmark. */
    public enum Input {
        /** 50 MB of INSERTs with a hundred rows each. */
        INSERTS,
        /** 200,000 statements of five kinds. */
        SMALL_STATEMENTS
    }

    @Setup
    public void write() {
        bytes = switch (input) {
            case INSERTS -> Scripts.inserts(50_000_000);
            case SMALL_STATEMENTS -> Scripts.smallStatements(200_000);
        };
        source = Scripts.source(bytes);
    }

    /** The measure: every statement with its text. */
    @Benchmark
    public long plain() {
        sum = 0;
        PlainSplitter.split(bytes, (start, end) -> sum += new String(bytes, start, end - start, UTF_8).length());
        return sum;
    }

    /** The same without making a text of any statement: what cutting alone takes. */
    @Benchmark
    public long plainPlaces() {
        sum = 0;
        PlainSplitter.split(bytes, (start, end) -> sum += end);
        return sum;
    }

    /** Every statement with its text, place and command. */
    @Benchmark
    public long statements() {
        sum = 0;
        try (var reader = StatementReader.open(source)) {
            while (reader.next()) {
                sum += reader.statement().text().length();
            }
        }
        return sum;
    }

    /** The pass that plans are made from; two SHA-256 of everything are a part of it. */
    @Benchmark
    public int segmentsAndChecksums() {
        return SqlScript.read(source).segments().size();
    }
}

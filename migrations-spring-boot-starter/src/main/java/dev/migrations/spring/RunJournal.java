package dev.migrations.spring;

import dev.migrations.MigrationReport;
import dev.migrations.QuickDriftReport;
import dev.migrations.problem.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What this process knows of its own runs and looks, without asking a database. */
public final class RunJournal {

    private final Map<Target, MigrationReport> last = new ConcurrentHashMap<>();
    private final Map<Target, DriftLook> drifts = new ConcurrentHashMap<>();
    private final Set<Target> running = ConcurrentHashMap.newKeySet();
    private volatile Start start = new Start(Phase.AWAITED, List.of());

    /** How the run of the start stands. */
    public Start start() {
        return start;
    }

    /** What the last run of a folder on a database came to. */
    public Optional<MigrationReport> findLast(String folder, String database) {
        return Optional.ofNullable(last.get(new Target(folder, database)));
    }

    /** All of them. */
    public List<MigrationReport> reports() {
        return List.copyOf(last.values());
    }

    /** Whether this process is at work on it. */
    public boolean isRunning(String folder, String database) {
        return running.contains(new Target(folder, database));
    }

    /** What the latest look for drift has found, where this process looks for it. */
    public Optional<DriftLook> findDrift(String folder, String database) {
        return Optional.ofNullable(drifts.get(new Target(folder, database)));
    }

    /** All of them. */
    public List<DriftLook> drifts() {
        return List.copyOf(drifts.values());
    }

    void enter(Phase phase) {
        start = new Start(phase, List.of());
    }

    void fail(List<Problem> problems) {
        start = new Start(Phase.FAILED, List.copyOf(problems));
    }

    void begin(String folder, String database) {
        running.add(new Target(folder, database));
    }

    void record(MigrationReport report) {
        last.put(new Target(report.folder(), report.database()), report);
    }

    void record(QuickDriftReport report, Instant at) {
        drifts.put(new Target(report.folder(), report.database()), new DriftLook(report, at));
    }

    void end(String folder, String database) {
        running.remove(new Target(folder, database));
    }

    /** Where the run of the start is. */
    public enum Phase {
        /** It has not begun. */
        AWAITED,
        /** It is under way. */
        RUNNING,
        /** It ended well, or there was nothing to run. */
        DONE,
        /** It did not. */
        FAILED
    }

    /**
     * The run of the start.
     *
     * @param phase    where it is
     * @param problems why it failed
     */
    public record Start(Phase phase, List<Problem> problems) {}

    private record Target(String folder, String database) {}
}

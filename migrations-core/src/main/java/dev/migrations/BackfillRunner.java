package dev.migrations;

import dev.migrations.backfill.BatchSize;
import dev.migrations.backfill.Throttle;
import dev.migrations.database.BackfillTable;
import dev.migrations.database.BackfillWork;
import dev.migrations.database.BatchResult;
import dev.migrations.history.Backfill;
import dev.migrations.migration.Migration;
import dev.migrations.problem.Problem;
import dev.migrations.script.BackfillDirective;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Runs one backfill to its end, or stands by while another runner does, ready to take over. */
final class BackfillRunner {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);
    private static final Duration LONGEST_DETOUR = Duration.ofSeconds(30);

    private final BackfillTable table;
    private final BackfillWork work;
    private final Migration migration;
    private final BackfillDirective directive;
    private final Watch watch;
    private final Throttle throttle;
    private final Clock clock;
    private Backfill row;
    private BatchSize size;
    private Duration detour = BETWEEN_LOOKS;
    private long mark = System.nanoTime();
    private @Nullable Problem failure;
    private boolean isGone;

    BackfillRunner(
            BackfillTable table, BackfillWork work, Migration migration, Backfill row, Throttle throttle, Watch watch) {
        this.table = table;
        this.work = work;
        this.migration = migration;
        this.directive = migration.backfill().orElseThrow(() -> new IllegalStateException("no backfill: " + migration));
        this.row = row;
        this.throttle = throttle;
        this.watch = watch;
        this.clock = Clock.systemUTC();
        this.size = BatchSize.of(directive, row.batchSize());
    }

    /** Who is told, and who may end it. */
    record Watch(Consumer<Backfill> progressed, Waiting waiting, Runnable check) {}

    /** Hears why nothing is done. */
    interface Waiting {
        void told(Backfill backfill, String reason);
    }

    /** What the server refused, where that is why it failed, and if this runner was told. */
    Optional<Problem> failure() {
        return Optional.ofNullable(failure);
    }

    /** Until it is neither open nor paused; the row as it is then, or nothing if it was rolled back meanwhile. */
    Optional<Backfill> run() {
        try {
            while (isUnderWay()) {
                watch.check().run();
                if (row.state() == Backfill.State.PAUSED) {
                    standBy("paused");
                } else {
                    go();
                }
            }
            return table.find(migration.version());
        } finally {
            work.release();
        }
    }

    private boolean isUnderWay() {
        return !isGone && (row.state() == Backfill.State.OPEN || row.state() == Backfill.State.PAUSED);
    }

    private void go() {
        var reason = throttle.reason(work.signs(), clock.instant());
        if (reason.isPresent()) {
            rest(reason.get(), BETWEEN_LOOKS);
            return;
        }
        var result = work.batch(size.rows(), worked(), directive.pause());
        if (result.outcome() != BatchResult.Outcome.IN_THE_WAY) {
            detour = BETWEEN_LOOKS;
        }
        settle(result);
    }

    private void settle(BatchResult result) {
        switch (result.outcome()) {
            case DONE -> {
                size = size.done(result.rows(), result.took());
                progressed(result);
            }
            case BUSY -> standBy("another runner is at work");
            case STOPPED -> look();
            case IN_THE_WAY -> {
                size = result.rows() > 1 ? size.failed(result.rows()) : size;
                rest(inTheWay(result), detour);
                detour = shorter(detour.multipliedBy(2), LONGEST_DETOUR);
            }
            case REFUSED -> {
                if (result.rows() > 1) {
                    size = size.failed(result.rows());
                    work.hold().ifPresentOrElse(held -> row = held, this::look);
                } else {
                    failure = result.failure();
                    size = size.foundRow();
                    settle(work.passOver(result));
                }
            }
            case HOPELESS -> {
                failure = result.failure();
                work.fail(result).ifPresent(failed -> row = failed);
                look();
            }
        }
    }

    private static String inTheWay(BatchResult result) {
        var problem = result.failure();
        return problem == null ? "something is in the way" : problem.message();
    }

    private void progressed(BatchResult result) {
        row = Optional.ofNullable(result.row()).orElse(row);
        watch.progressed().accept(row);
        if (isUnderWay()) {
            sleep(directive.pause());
        }
    }

    /** How long this runner has worked since it last said so. */
    private Duration worked() {
        var now = System.nanoTime();
        var since = Duration.ofNanos(now - mark);
        mark = now;
        return since;
    }

    /** While something else goes first, the lease is held, so that others need not find out the same. */
    private void rest(String reason, Duration pause) {
        work.rest(reason, pause).ifPresentOrElse(resting -> row = resting, this::look);
        if (isUnderWay()) {
            watch.waiting().told(row, reason);
            sleep(pause);
            mark = System.nanoTime();
        }
    }

    private void standBy(String reason) {
        watch.waiting().told(row, reason);
        sleep(BETWEEN_LOOKS);
        mark = System.nanoTime();
        look();
    }

    private void look() {
        var before = row;
        var now = table.find(migration.version());
        isGone = now.isEmpty();
        row = now.orElse(before);
        if (row.batches() != before.batches()) {
            watch.progressed().accept(row);
        }
    }

    private void sleep(Duration pause) {
        for (var left = pause; !left.isZero(); left = left.minus(shorter(left, BETWEEN_LOOKS))) {
            watch.check().run();
            try {
                Thread.sleep(shorter(left, BETWEEN_LOOKS).toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw CancelledException.interrupted();
            }
        }
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}

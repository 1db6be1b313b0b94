package dev.migrations.cli.output;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The line that a terminal shows while a step is under way, with the time that it takes; elsewhere nothing. */
final class LiveLine {

    private static final long TICK_MILLIS = 250;

    private final Console console;
    private @Nullable ScheduledExecutorService clock;
    private @Nullable String text;
    private Supplier<String> detail = () -> "";
    private long since;

    LiveLine(Console console) {
        this.console = console;
    }

    /**
     * Shows it until the end.
     *
     * @param more is asked at each tick, and may take its time
     */
    synchronized void show(String what, Supplier<String> more) {
        if (!console.isLive()) {
            return;
        }
        if (!what.equals(text)) {
            since = System.nanoTime();
        }
        text = what;
        detail = more;
        draw("");
        if (clock == null) {
            clock = Executors.newSingleThreadScheduledExecutor(LiveLine::thread);
            var unused = clock.scheduleAtFixedRate(this::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    synchronized void end() {
        if (clock != null) {
            clock.shutdownNow();
            clock = null;
            text = null;
            console.draw("");
        }
    }

    private synchronized Supplier<String> detail() {
        return detail;
    }

    /** The question is outside the monitor, so that the end does not wait for its answer. */
    private void tick() {
        draw(detail().get());
    }

    private synchronized void draw(String answer) {
        if (text != null) {
            var elapsed = answer + " … " + Words.duration(Duration.ofNanos(System.nanoTime() - since));
            var room = Math.max(1, console.columns() - elapsed.length() - 1);
            console.draw(Words.fit(text, Math.min(room, text.length())) + elapsed);
        }
    }

    private static Thread thread(Runnable work) {
        var thread = new Thread(work, "migrations-progress");
        thread.setDaemon(true);
        return thread;
    }
}

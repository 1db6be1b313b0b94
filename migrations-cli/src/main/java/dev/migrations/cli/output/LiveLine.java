package dev.migrations.cli.output;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The line that a terminal shows while a step is under way, with the time that it takes; elsewhere nothing. */
final class LiveLine {

    private static final long TICK_MILLIS = 250;

    private final Console console;
    private @Nullable ScheduledExecutorService clock;
    private @Nullable String text;
    private long since;

    LiveLine(Console console) {
        this.console = console;
    }

    synchronized void show(String what) {
        if (!console.isLive()) {
            return;
        }
        if (!what.equals(text)) {
            since = System.nanoTime();
        }
        text = what;
        draw();
        if (clock == null) {
            clock = Executors.newSingleThreadScheduledExecutor(LiveLine::thread);
            var unused = clock.scheduleAtFixedRate(this::draw, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
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

    private synchronized void draw() {
        if (text != null) {
            var elapsed = " … " + Words.duration(Duration.ofNanos(System.nanoTime() - since));
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

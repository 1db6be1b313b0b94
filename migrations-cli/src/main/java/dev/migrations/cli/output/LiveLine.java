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
    private String detail = "";
    private Supplier<String> question = () -> "";
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
        detail = "";
        question = more;
        draw("");
        if (clock == null) {
            clock = Executors.newSingleThreadScheduledExecutor(LiveLine::thread);
            var unused = clock.scheduleAtFixedRate(this::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    /** Shows it with more that is known already, at once. */
    synchronized void show(String what, String more) {
        if (!what.equals(text)) {
            show(what, () -> "");
        }
        detail = more;
        draw("");
    }

    /** More on what is under way; shown at the next tick, as there may be thousands. */
    synchronized void detail(String more) {
        detail = more;
    }

    /** Prints lines above it. */
    synchronized void above(Runnable lines) {
        if (text != null) {
            console.draw("");
        }
        lines.run();
        draw("");
    }

    synchronized void end() {
        if (clock != null) {
            clock.shutdownNow();
            clock = null;
            text = null;
            console.draw("");
        }
    }

    private synchronized Supplier<String> question() {
        return question;
    }

    /** The question is outside the monitor, so that the end does not wait for its answer. */
    private void tick() {
        draw(question().get());
    }

    private synchronized void draw(String answer) {
        if (text != null) {
            var time = " … " + Words.duration(Duration.ofNanos(System.nanoTime() - since));
            var more = detail + answer;
            // half of a narrow terminal is for the script's name
            var elapsed = more.length() + time.length() > console.columns() / 2 ? detail + time : more + time;
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

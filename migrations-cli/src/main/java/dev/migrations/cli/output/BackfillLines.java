package dev.migrations.cli.output;

import dev.migrations.BackfillListener;
import dev.migrations.history.Backfill;

/** Says how far a backfill is while it runs: a bar on a terminal, elsewhere a line for each tenth of the way. */
final class BackfillLines implements BackfillListener {

    private static final int TENTH = 10;

    private final Console console;
    private final LiveLine live;
    private String waiting = "";
    private int told;

    BackfillLines(Console console) {
        this.console = console;
        this.live = new LiveLine(console);
    }

    @Override
    public void started(String folder, String database, Backfill backfill) {
        waiting = "";
        told = backfill.percent() / TENTH;
        tell(
                folder,
                database,
                backfill,
                "goes through " + backfill.table() + " by " + String.join(", ", backfill.key()));
    }

    @Override
    public void progressed(String folder, String database, Backfill backfill) {
        waiting = "";
        if (console.isLive()) {
            live.show("backfill " + backfill.version(), BackfillText.bar(backfill));
        } else if (backfill.percent() / TENTH > told && backfill.rowsPassed() < backfill.estimatedRows()) {
            told = backfill.percent() / TENTH;
            tell(folder, database, backfill, BackfillText.progress(backfill));
        }
    }

    @Override
    public void waiting(String folder, String database, Backfill backfill, String reason) {
        if (console.isLive()) {
            live.show("backfill " + backfill.version() + " waits: " + reason, "");
        } else if (!reason.equals(waiting)) {
            tell(folder, database, backfill, "waits: " + reason);
        }
        waiting = reason;
    }

    @Override
    public void finished(String folder, String database, Backfill backfill) {
        live.end();
        // what has failed is told as an error
        BackfillText.render(backfill, console.paint()).stream()
                .limit(backfill.state() == Backfill.State.FAILED ? 1 : Long.MAX_VALUE)
                .forEach(line -> console.tell(folder + " on " + database + ": " + line));
    }

    private void tell(String folder, String database, Backfill backfill, String what) {
        live.end();
        console.tell(folder + " on " + database + ": backfill " + backfill.version() + " " + what);
    }

    /** Nothing more is under way. */
    void end() {
        live.end();
    }
}

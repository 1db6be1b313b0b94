package dev.migrations.cli.output;

import dev.migrations.MigrationStatus;
import dev.migrations.plan.MigrationState;
import dev.migrations.problem.Problem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A status as a table that fits the terminal: what does not fit is cut at the description, then the time is left out. */
final class StatusText {

    private static final int MOMENT = 16;
    private static final int SHORTEST_DESCRIPTION = 12;

    private final MigrationStatus status;
    private final Paint paint;
    private final int columns;

    StatusText(MigrationStatus status, Paint paint, int columns) {
        this.status = status;
        this.paint = paint;
        this.columns = columns;
    }

    String render() {
        var lines = new ArrayList<String>();
        lines.add(paint.strong(status.folder() + " on " + status.database()));
        var rows = rows();
        var number = rows.stream().mapToInt(row -> row.number().length()).max().orElse(0);
        var description =
                rows.stream().mapToInt(row -> row.description().length()).max().orElse(0);
        var state = rows.stream().mapToInt(row -> row.word().length()).max().orElse(0);
        // mark, spaces, and the two columns that are never cut
        var room = columns - 8 - number - state;
        var showsMoment = room - MOMENT >= Math.min(description, SHORTEST_DESCRIPTION);
        var width = Math.max(1, Math.min(description, showsMoment ? room - MOMENT : room));
        for (var row : rows) {
            lines.add(("  " + mark(row.state()) + " " + Words.fit(row.number(), number) + "  "
                            + Words.fit(row.description(), width) + "  " + Words.fit(row.word(), state)
                            + (showsMoment && row.at() != null ? "  " + Words.moment(row.at()) : ""))
                    .stripTrailing());
        }
        lines.add(totals(rows));
        status.backfills().stream()
                .filter(backfill -> !backfill.isComplete())
                .forEach(backfill -> lines.addAll(BackfillText.render(backfill, paint)));
        if (status.lock() != null) {
            lines.add(paint.waiting("at work: " + status.lock()));
        }
        if (!status.blockers().isEmpty()) {
            lines.add(paint.waiting(BlockersText.render("it", status.blockers())));
        }
        status.problems().stream().map(Problem::render).forEach(problem -> lines.add("\n" + paint.bad(problem)));
        return String.join("\n", lines);
    }

    private record Row(
            String number,
            String description,
            MigrationState state,
            String word,
            @Nullable Instant at) {}

    private List<Row> rows() {
        return Stream.concat(
                        status.migrations().stream()
                                .map(version -> new Row(
                                        number(version),
                                        version.description(),
                                        version.state(),
                                        word(version),
                                        version.appliedAt())),
                        status.repeatables().stream()
                                .map(script -> new Row(
                                        "R",
                                        script.description(),
                                        script.state(),
                                        word(script.state()),
                                        script.appliedAt())))
                .toList();
    }

    private String word(MigrationStatus.Version version) {
        var heldBack = status.heldBack();
        return heldBack == null || status.waitsFor(version).isEmpty()
                ? word(version.state())
                : "waiting for " + heldBack.reason();
    }

    /** As the file writes it. */
    private static String number(MigrationStatus.Version version) {
        var written = version.script().split("_", 2)[0];
        return written.matches("[0-9]+") ? written : version.version().toString();
    }

    private String totals(List<Row> rows) {
        var counts = new EnumMap<MigrationState, Long>(rows.stream()
                .collect(Collectors.groupingBy(
                        Row::state, () -> new EnumMap<>(MigrationState.class), Collectors.counting())));
        if (counts.isEmpty()) {
            return "nothing there, and nothing applied";
        }
        return counts.entrySet().stream()
                .map(entry -> entry.getValue() + " " + word(entry.getKey()))
                .collect(Collectors.joining(", "));
    }

    private String mark(MigrationState state) {
        return switch (state) {
            case APPLIED, BASELINE -> paint.good("✓");
            case PENDING -> paint.waiting("•");
            case RUNNING -> paint.waiting("▶");
            case CHANGED, MISSING, OUT_OF_ORDER, INTERRUPTED -> paint.bad("✗");
        };
    }

    private static String word(MigrationState state) {
        return state == MigrationState.OUT_OF_ORDER ? "late" : state.name().toLowerCase(Locale.ROOT);
    }
}

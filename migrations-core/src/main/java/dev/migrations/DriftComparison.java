package dev.migrations;

import dev.migrations.drift.NamePattern;
import dev.migrations.drift.Ownership;
import dev.migrations.migration.SchemaTable;
import dev.migrations.schema.ObjectName;
import dev.migrations.schema.SchemaObject;
import dev.migrations.schema.SchemaSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which differences of two snapshots are somebody's doing: pure. */
final class DriftComparison {

    private final List<AppliedFolder> folders;
    private final DriftRequest request;
    private final SchemaSnapshot expected;
    private final SchemaSnapshot live;
    private final List<NamePattern> ignored;
    private final OwnTables own;
    private final Set<String> runners;

    /**
     * Knows both sides.
     *
     * @param role     who has made what is expected
     * @param expected what the migrations make
     * @param live     what is there
     */
    DriftComparison(
            List<AppliedFolder> folders,
            DriftRequest request,
            Optional<String> role,
            SchemaSnapshot expected,
            SchemaSnapshot live) {
        this.folders = folders;
        this.request = request;
        this.expected = expected;
        this.live = live;
        this.ignored = Stream.concat(
                        request.ignored().stream(),
                        folders.stream().flatMap(folder -> folder.comparison().settings().drift().ignored().stream()))
                .distinct()
                .toList();
        this.own = OwnTables.of(
                folders.stream().flatMap(folder -> folder.tables().stream()).toList());
        this.runners = Stream.concat(folders.stream().flatMap(AppliedFolder::runners), role.stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What should be, as far as it counts. */
    SchemaSnapshot expected() {
        return compared(expected);
    }

    /** What is, as far as it counts. */
    SchemaSnapshot found() {
        return compared(live);
    }

    private SchemaSnapshot compared(SchemaSnapshot snapshot) {
        var left = own.leftOutOf(snapshot).without(this::isIgnored);
        return switch (request.rights()) {
            case IGNORE -> Ownership.leftOut(left);
            case COMPARE ->
                runner().map(name -> Ownership.shared(left, runners, name)).orElse(left);
        };
    }

    /** Whoever was the last to run a migration. */
    private Optional<String> runner() {
        return folders.stream().flatMap(AppliedFolder::runners).reduce((earlier, later) -> later);
    }

    private boolean isIgnored(ObjectName name) {
        return ignored.stream().anyMatch(pattern -> pattern.matches(name));
    }

    /** Where it may say too much or too little. */
    List<String> notes() {
        var notes = new ArrayList<String>();
        if (expected.majorVersion() != live.majorVersion()) {
            notes.add("the database's server is PostgreSQL " + live.majorVersion()
                    + ", and the comparison is with one of " + expected.majorVersion()
                    + ": what the server writes itself, such as a view's text, may differ");
        }
        folders.stream()
                .flatMap(folder -> folder.changedRepeatables().stream())
                .forEach(script -> notes.add(
                        script + " is due again, and what it has made before is told as a difference; run `up` first"));
        others().forEach(table -> notes.add("the history table " + table
                + " belongs to none of the folders: what that folder has made is told as a difference"));
        if (folders.stream().anyMatch(AppliedFolder::isBusy)) {
            notes.add("somebody migrates just now, and what is done already may be told as a difference");
        }
        ignored.stream()
                .filter(pattern -> !isOfUse(pattern))
                .forEach(pattern -> notes.add("`" + pattern + "` leaves out nothing"));
        return notes;
    }

    private List<SchemaTable> others() {
        return folders.get(0).histories().stream()
                .filter(table -> folders.stream()
                        .noneMatch(folder -> folder.historyTable().equals(table)))
                .toList();
    }

    private boolean isOfUse(NamePattern pattern) {
        return Stream.of(expected, live)
                .flatMap(snapshot -> snapshot.objects().stream())
                .flatMap(SchemaObject::stream)
                .anyMatch(object -> pattern.matches(object.name()));
    }
}

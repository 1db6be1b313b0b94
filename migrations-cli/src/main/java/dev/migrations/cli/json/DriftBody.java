package dev.migrations.cli.json;

import dev.migrations.DriftReport;
import dev.migrations.cli.output.Answer;
import dev.migrations.cli.output.DdlChoice;
import dev.migrations.problem.Problem;
import dev.migrations.schema.AttributeChange;
import dev.migrations.schema.ObjectChange;
import dev.migrations.schema.ObjectName;
import dev.migrations.schema.SchemaObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How one database differs from what its migrations make.
 *
 * @param drifted  whether it does
 * @param folders  whose migrations were run to compare
 * @param scratch  the database that it was compared with
 * @param added    what no migration makes
 * @param removed  what a migration makes, and is not there
 * @param changed  what is otherwise
 * @param back     DDL that brings the database back to its migrations, where that was asked for
 * @param next     DDL to write as the next migration, the same
 * @param notes    where the comparison may say too much or too little
 * @param problems why there is none
 */
record DriftBody(
        boolean drifted,
        List<String> folders,
        String scratch,
        List<Name> added,
        List<Name> removed,
        List<Change> changed,
        @Nullable List<DdlBody> back,
        @Nullable List<DdlBody> next,
        List<String> notes,
        List<ProblemBody> problems) {

    /** What an object is called. */
    record Name(String kind, String schema, String relation, String name) {

        static Name of(ObjectName name) {
            return new Name(name.kind().sql(), name.schema(), name.relation(), name.name());
        }

        static List<Name> of(List<SchemaObject> objects) {
            return objects.stream().map(object -> of(object.name())).toList();
        }
    }

    /** One object that is otherwise. */
    record Change(Name object, List<Attribute> attributes) {

        static Change of(ObjectChange change) {
            return new Change(
                    Name.of(change.name()),
                    change.changes().stream().map(Attribute::of).toList());
        }
    }

    /** What of it is otherwise: as its migrations make it, and as it is. */
    record Attribute(String attribute, List<String> from, List<String> to) {

        static Attribute of(AttributeChange change) {
            return new Attribute(change.attribute().label(), change.from(), change.to());
        }
    }

    static DriftBody of(DriftReport report, DdlChoice ddl) {
        return new DriftBody(
                report.isDrifted(),
                report.folders(),
                report.scratch(),
                Name.of(report.diff().added()),
                Name.of(report.diff().removed()),
                report.diff().changed().stream().map(Change::of).toList(),
                ddl == DdlChoice.WITH ? DdlBody.of(report.back()) : null,
                ddl == DdlChoice.WITH ? DdlBody.of(report.next()) : null,
                report.notes(),
                List.of());
    }

    /** Why the command does not end with 0. */
    static List<Problem> problems(Answer<DriftReport> answer) {
        return answer.value()
                .map(report -> report.isDrifted() ? List.of(drifted(report.database())) : List.<Problem>of())
                .orElseGet(List::of);
    }

    private static Problem drifted(String database) {
        return Problem.of(
                "drift",
                database + " is not what its migrations make.",
                "undo by hand what was done by hand, or write a migration that does it everywhere.");
    }

    static DriftBody failed(List<Problem> problems) {
        return new DriftBody(
                false, List.of(), "", List.of(), List.of(), List.of(), null, null, List.of(), ProblemBody.of(problems));
    }
}

package dev.migrations.alter;

import dev.migrations.schema.SchemaSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What makes one schema of another, for a person to read and to run: statements in the order in which they can run, and last what
 * DDL cannot say.
 *
 * @param steps none where the schemas are equal
 */
public record SchemaDdl(List<DdlStep> steps) {

    public SchemaDdl {
        steps = List.copyOf(steps);
    }

    /** The way from a database that is like the first to one that is like the second. */
    public static SchemaDdl between(SchemaSnapshot before, SchemaSnapshot after) {
        var passage = new Passage(before, after);
        var script = new Script(passage);
        new Alteration(passage, script).run();
        return new SchemaDdl(withBodiesUnchecked(script.steps()));
    }

    /** The whole of it, as a script. */
    public String text() {
        return steps.stream().map(DdlStep::text).collect(Collectors.joining("\n"));
    }

    /** What it leaves undone. */
    public List<DdlStep.NotSayable> notSayable() {
        return steps.stream()
                .filter(DdlStep.NotSayable.class::isInstance)
                .map(DdlStep.NotSayable.class::cast)
                .toList();
    }

    /** A body may speak of what is made later. */
    private static List<DdlStep> withBodiesUnchecked(List<DdlStep> steps) {
        var routine =
                steps.stream().filter(SchemaDdl::isRoutine).map(DdlStep::object).findFirst();
        if (routine.isEmpty()) {
            return steps;
        }
        var all = new ArrayList<DdlStep>();
        all.add(new DdlStep.Statement(routine.get(), "set check_function_bodies = off", ""));
        steps.stream().filter(DdlStep::isSayable).forEach(all::add);
        all.add(new DdlStep.Statement(routine.get(), "reset check_function_bodies", ""));
        steps.stream().filter(step -> !step.isSayable()).forEach(all::add);
        return all;
    }

    private static boolean isRoutine(DdlStep step) {
        return step.text().startsWith("CREATE OR REPLACE FUNCTION")
                || step.text().startsWith("CREATE OR REPLACE PROCEDURE");
    }
}

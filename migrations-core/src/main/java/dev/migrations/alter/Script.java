package dev.migrations.alter;

import dev.migrations.schema.AttributeChange;
import dev.migrations.schema.ObjectName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;

/** Takes statements as they are thought of, and puts them in the order in which they can run. */
final class Script {

    private final Passage passage;
    private final List<Placed> placed = new ArrayList<>();
    private final List<DdlStep> notSayable = new ArrayList<>();

    Script(Passage passage) {
        this.passage = passage;
    }

    Passage passage() {
        return passage;
    }

    void say(Phase phase, ObjectName object, String sql) {
        place(phase, object, new DdlStep.Statement(object, sql, ""));
    }

    /** What cannot be brought back by going the other way. */
    void lose(Phase phase, ObjectName object, String sql) {
        place(phase, object, new DdlStep.Statement(object, sql, "loses the data of " + object));
    }

    /** Like {@link #say} among the changes, but not before all that this object mentions is made, even where they form a ring. */
    void complete(ObjectName object, String sql, int position) {
        placed.add(new Placed(Phase.CHANGE, position, new DdlStep.Statement(object, sql, "")));
    }

    void cannot(ObjectName object, AttributeChange change, String reason) {
        notSayable.add(new DdlStep.NotSayable(object, change, reason));
    }

    void cannotMake(ObjectName object, String reason) {
        notSayable.add(new DdlStep.NotSayable(object, null, reason));
    }

    /** Each once: what is remade for two reasons may be told something twice. */
    List<DdlStep> steps() {
        var steps = new LinkedHashSet<DdlStep>();
        placed.stream()
                .sorted(Comparator.comparing(Placed::phase).thenComparing(Placed::position))
                .forEach(each -> steps.add(each.step()));
        steps.addAll(notSayable);
        return List.copyOf(steps);
    }

    private void place(Phase phase, ObjectName object, DdlStep step) {
        var backwards = phase == Phase.CLEAR || phase == Phase.SWEEP;
        placed.add(new Placed(
                phase,
                backwards
                        ? -passage.beforeOrder().position(object)
                        : passage.afterOrder().position(object),
                step));
    }

    private record Placed(Phase phase, int position, DdlStep step) {}
}

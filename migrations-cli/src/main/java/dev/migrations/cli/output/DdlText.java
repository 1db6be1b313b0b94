package dev.migrations.cli.output;

import dev.migrations.alter.DdlStep;
import dev.migrations.alter.SchemaDdl;
import java.util.ArrayList;
import java.util.List;

/** DDL as lines for a terminal, so that they can be copied from there. */
final class DdlText {

    private DdlText() {}

    /** What it is for, then the statements. */
    static List<String> render(String purpose, SchemaDdl ddl, Paint paint) {
        var lines = new ArrayList<String>();
        lines.add("");
        lines.add(paint.strong("-- " + purpose));
        ddl.steps().stream().map(DdlStep::text).forEach(lines::add);
        return lines;
    }
}

package dev.migrations.cli.json;

import dev.migrations.alter.DdlStep;
import dev.migrations.alter.SchemaDdl;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One step from a schema to another: a statement, or what cannot be said as one.
 *
 * @param object     such as {@code table public.users}
 * @param sql        without a semicolon
 * @param remark     what to know before it runs, such as that data is lost
 * @param notSayable what there is no statement for, and why
 */
record DdlBody(
        String object,
        @Nullable String sql,
        @Nullable String remark,
        @Nullable String notSayable) {

    static List<DdlBody> of(SchemaDdl ddl) {
        return ddl.steps().stream().map(DdlBody::of).toList();
    }

    private static DdlBody of(DdlStep step) {
        var object = step.object().toString();
        if (step instanceof DdlStep.Statement statement) {
            var remark = statement.remark();
            return new DdlBody(object, statement.sql(), remark.isEmpty() ? null : remark, null);
        }
        return new DdlBody(object, null, null, step.text().replaceFirst("^-- ", ""));
    }
}

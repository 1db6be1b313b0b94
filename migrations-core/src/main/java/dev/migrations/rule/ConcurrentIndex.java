package dev.migrations.rule;

import dev.migrations.ddl.CreateIndex;

/** An index as a statement that builds it concurrently. */
final class ConcurrentIndex {

    private ConcurrentIndex() {}

    static String create(CreateIndex index) {
        return create(index, "");
    }

    static String createIfNotExists(CreateIndex index) {
        return create(index, index.name() == null ? "" : "if not exists ");
    }

    private static String create(CreateIndex index, String ifNotExists) {
        return "create %sindex concurrently %s%son %s %s;"
                .formatted(
                        index.unique() ? "unique " : "",
                        ifNotExists,
                        index.name() == null ? "" : index.name() + " ",
                        index.table(),
                        index.definition());
    }
}

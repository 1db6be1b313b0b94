package dev.migrations.rule;

import dev.migrations.ddl.CreateIndex;
import dev.migrations.ddl.DdlStatement;
import java.util.List;

/** A B-tree index of many columns is of use mostly to conditions on its first ones (PostgreSQL manual, 11.3). */
final class TooManyIndexColumns implements LintRule {

    @Override
    public String code() {
        return "too-many-index-columns";
    }

    @Override
    public Severity severity() {
        return Severity.INFO;
    }

    private static final int MANY = 3;

    @Override
    public List<Finding> check(DdlStatement statement, Surroundings around) {
        if (!(statement instanceof CreateIndex index)
                || index.unique()
                || index.keys().size() <= MANY
                || !isBtree(index)) {
            return List.of();
        }
        var name = index.name() == null ? "" : index.name() + " ";
        return List.of(finding(
                index.place(),
                "the index %son %s has %d columns: those behind the third rarely make a query faster, and every write to %s has to keep them up"
                        .formatted(name, index.table(), index.keys().size(), index.table()),
                "keep the columns that choose best, at most three, the ones that are compared with = first",
                "create index concurrently %son %s %s;".formatted(name, index.table(), shortened(index))));
    }

    private static boolean isBtree(CreateIndex index) {
        return index.definition().startsWith("(")
                || index.definition().regionMatches(true, 0, "using btree", 0, "using btree".length());
    }

    private static String shortened(CreateIndex index) {
        var definition = index.definition();
        var end = definition.indexOf('(');
        var cut = end;
        for (var i = 0; i < index.keys().size(); i++) {
            var key = index.keys().get(i);
            end = definition.indexOf(key, end) + key.length();
            cut = i < MANY ? end : cut;
        }
        return definition.substring(0, cut) + definition.substring(end);
    }
}

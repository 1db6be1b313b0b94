package dev.migrations.rule;

import dev.migrations.ddl.DdlStatement;
import dev.migrations.ddl.Maintenance.Reindex;
import dev.migrations.ddl.Maintenance.Reindex.Target;
import dev.migrations.rule.LockClaim.Cost;
import dev.migrations.script.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code REINDEX} holds SHARE on the table and ACCESS EXCLUSIVE on the index for the whole build, and every plan for the table opens all its indexes (PostgreSQL manual, REINDEX). */
final class RequireConcurrentReindex implements LintRule {

    @Override
    public String code() {
        return "require-concurrent-reindex";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public List<Finding> check(DdlStatement statement, Surroundings around) {
        if (!(statement instanceof Reindex reindex) || reindex.concurrently() || reindex.target() == Target.SYSTEM) {
            return List.of(); // indexes of the catalogue cannot be built concurrently
        }
        var table = findTable(reindex, around.schema());
        return table != null && around.isCold(table) ? List.of() : List.of(finding(reindex, table));
    }

    private static @Nullable QualifiedName findTable(Reindex reindex, KnownSchema schema) {
        return switch (reindex.target()) {
            case TABLE -> reindex.name();
            case INDEX ->
                schema.findTableOfIndex(Objects.requireNonNull(reindex.name())).orElse(null);
            default -> null;
        };
    }

    private Finding finding(Reindex reindex, @Nullable QualifiedName table) {
        var kind = reindex.target().name().toLowerCase(Locale.ROOT);
        var name = reindex.name() == null ? "" : " " + reindex.name();
        var blocked = table != null ? table.sql() : kind.equals("index") ? "its table" : "each of its tables in turn";
        var claims = new ArrayList<LockClaim>();
        if (table != null) {
            claims.add(new LockClaim(table, LockMode.SHARE, Cost.BUILD));
        }
        if (reindex.target() == Target.INDEX) {
            claims.add(new LockClaim(Objects.requireNonNull(reindex.name()), LockMode.ACCESS_EXCLUSIVE, Cost.BUILD));
        }
        return finding(
                        reindex.place(),
                        "REINDEX %s%s blocks writes to %s, and the reads that are planned meanwhile, until %s built"
                                .formatted(
                                        kind.toUpperCase(Locale.ROOT),
                                        name,
                                        blocked,
                                        reindex.target() == Target.INDEX ? "it is" : "all its indexes are"),
                        "build it anew concurrently: that takes longer, and blocks neither reads nor writes",
                        "reindex %s concurrently%s;".formatted(kind, name))
                .claiming(claims.toArray(LockClaim[]::new));
    }
}

package dev.migrations.rule;

import dev.migrations.ddl.AlterTable;
import dev.migrations.ddl.CreateIndex;
import dev.migrations.ddl.DdlStatement;
import dev.migrations.ddl.Maintenance.Reindex;
import dev.migrations.ddl.Place;
import dev.migrations.ddl.TableAction.DetachPartition;
import dev.migrations.ddl.TableAction.DetachPartition.Mode;
import dev.migrations.rule.SharedTransaction.Kind;
import dev.migrations.script.QualifiedName;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** CONCURRENTLY commits in between, so that PostgreSQL refuses it inside BEGIN and in a function (PreventInTransactionBlock); this engine opens no transaction for it. */
final class BanConcurrentIndexCreationInTransaction implements LintRule {

    @Override
    public String code() {
        return "ban-concurrent-index-creation-in-transaction";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public List<Finding> check(DdlStatement statement, Surroundings around) {
        if (around.transaction().kind() == Kind.OPENED_BY_SCRIPT) {
            return find(statement)
                    .map(build -> finding(statement.place(), build, "the BEGIN before it opens one"))
                    .stream()
                    .toList();
        }
        return statement instanceof DdlStatement.DoBlock block
                ? block.statements().stream().flatMap(this::inBlock).toList()
                : List.of();
    }

    private Stream<Finding> inBlock(DdlStatement statement) {
        return find(statement)
                .map(build -> finding(statement.place(), build, "the DO block around it runs in one"))
                .stream();
    }

    private record Concurrent(String what, String sql) {}

    private Finding finding(Place place, Concurrent build, String around) {
        return finding(
                place,
                "CONCURRENTLY fails in a transaction, and %s: nothing is done to %s".formatted(around, build.what()),
                "let it stand by itself, outside of BEGIN and DO: the engine runs it in no transaction, and what stands before and behind it in others",
                build.sql());
    }

    /** What stands concurrently, as a statement of its own. */
    private static Optional<Concurrent> find(DdlStatement statement) {
        if (statement instanceof CreateIndex index && index.concurrently()) {
            var sql = index.ifNotExists() ? ConcurrentIndex.createIfNotExists(index) : ConcurrentIndex.create(index);
            return Optional.of(new Concurrent(index.table().sql(), sql));
        }
        if (statement instanceof DdlStatement.Drop drop && drop.concurrently()) {
            var names = drop.names().stream().map(QualifiedName::sql).collect(Collectors.joining(", "));
            var sql = "drop index concurrently %s%s;".formatted(drop.ifExists() ? "if exists " : "", names);
            return Optional.of(new Concurrent(names, sql));
        }
        if (statement instanceof Reindex reindex && reindex.concurrently()) {
            var target = reindex.target().name().toLowerCase(Locale.ROOT);
            var name = reindex.name() == null ? "" : " " + reindex.name();
            return Optional.of(new Concurrent(target + name, "reindex %s concurrently%s;".formatted(target, name)));
        }
        return statement instanceof AlterTable alter
                ? alter.actions(DetachPartition.class).stream()
                        .filter(detach -> detach.mode() == Mode.CONCURRENTLY)
                        .map(detach -> new Concurrent(
                                alter.table().sql(),
                                "alter table %s detach partition %s concurrently;"
                                        .formatted(alter.table(), detach.partition())))
                        .findFirst()
                : Optional.empty();
    }
}

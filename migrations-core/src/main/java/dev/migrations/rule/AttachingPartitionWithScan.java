package dev.migrations.rule;

import dev.migrations.ddl.AlterTable;
import dev.migrations.ddl.DdlStatement;
import dev.migrations.ddl.TableAction.AttachPartition;
import dev.migrations.rule.KnownSchema.KnownConstraint;
import dev.migrations.rule.LockClaim.Cost;
import dev.migrations.script.Identifier;
import dev.migrations.script.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code ATTACH PARTITION} reads the partition, and the default partition, under ACCESS EXCLUSIVE, unless a valid check says the same as the bounds (PostgreSQL manual, ALTER TABLE). */
final class AttachingPartitionWithScan implements LintRule {

    @Override
    public String code() {
        return "attaching-partition-with-scan";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public List<Finding> check(DdlStatement statement, Surroundings around) {
        if (!(statement instanceof AlterTable alter) || around.isCold(alter.table())) {
            return List.of();
        }
        return alter.actions(AttachPartition.class).stream()
                .flatMap(attach -> judge(alter.table(), attach, around))
                .toList();
    }

    private Stream<Finding> judge(QualifiedName table, AttachPartition attach, Surroundings around) {
        var read = Stream.concat(Stream.of(attach.partition()), around.schema().findDefaultPartition(table).stream())
                .filter(partition -> !around.isCold(partition))
                .filter(partition ->
                        around.schema().findChecks(partition).stream().noneMatch(KnownConstraint::isValid))
                .toList();
        return read.isEmpty() ? Stream.of() : Stream.of(finding(table, attach, read, around.schema()));
    }

    private Finding finding(QualifiedName table, AttachPartition attach, List<QualifiedName> read, KnownSchema schema) {
        var names = read.stream().map(QualifiedName::sql).collect(Collectors.joining(" and of "));
        var found = finding(
                attach.place(),
                "attaching %s to %s reads all of %s while %s reads and writes are blocked"
                        .formatted(attach.partition(), table, names, read.size() == 1 ? "its" : "their"),
                "prove the bounds first, with reads and writes going on: a valid check that says the same spares the reading",
                schema.findPartitioning(table)
                        .flatMap(partitioning -> PartitionBounds.find(attach, partitioning))
                        .map(bounds -> steps(table, attach, proven(attach, read), bounds))
                        .orElseGet(() -> lastResort(table, attach))
                        .toArray(String[]::new));
        var ofPartitions = read.stream().map(name -> new LockClaim(name, LockMode.ACCESS_EXCLUSIVE, Cost.SCAN));
        var ofTable = new LockClaim(table, LockMode.SHARE_UPDATE_EXCLUSIVE, Cost.INSTANT);
        return found.claiming(Stream.concat(ofPartitions, Stream.of(ofTable)).toArray(LockClaim[]::new));
    }

    /** The partition gets its check also where it is new: in the steps, it no longer is. */
    private static List<QualifiedName> proven(AttachPartition attach, List<QualifiedName> read) {
        return Stream.concat(Stream.of(attach.partition()), read.stream())
                .distinct()
                .toList();
    }

    private static List<String> steps(
            QualifiedName table, AttachPartition attach, List<QualifiedName> proven, PartitionBounds bounds) {
        var added = new ArrayList<String>();
        var validated = new ArrayList<String>();
        var attached = new ArrayList<>(List.of(attach(table, attach)));
        for (var partition : proven) {
            var name = new Identifier(partition.name() + "_bounds");
            var check = partition.equals(attach.partition()) ? bounds.inside() : bounds.outside();
            added.add("alter table %s add constraint %s check (%s) not valid;".formatted(partition, name, check));
            validated.add("alter table %s validate constraint %s;".formatted(partition, name));
            attached.add("alter table %s drop constraint %s;".formatted(partition, name));
        }
        return Stream.of(added, validated, attached)
                .map(step -> String.join("\n", step))
                .toList();
    }

    private List<String> lastResort(QualifiedName table, AttachPartition attach) {
        var reason = "a valid check of %s says what its bounds say".formatted(attach.partition());
        return List.of(LastResort.sql(code(), reason, attach(table, attach)));
    }

    private static String attach(QualifiedName table, AttachPartition attach) {
        return "alter table %s attach partition %s %s;".formatted(table, attach.partition(), attach.bounds());
    }
}

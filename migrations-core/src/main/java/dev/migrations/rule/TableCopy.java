package dev.migrations.rule;

import dev.migrations.ddl.ColumnDefinition;
import dev.migrations.ddl.ColumnDefinition.Generation;
import dev.migrations.ddl.Constraint;
import dev.migrations.ddl.Constraint.Kind;
import dev.migrations.ddl.CreateTable;
import dev.migrations.script.Identifier;
import dev.migrations.script.QualifiedName;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A new table beside an old one of the same name, whose rows come into it while both are in use. A batch locks the rows that it
 * copies, so that whoever changes one of them waits, and the trigger finds the copy.
 *
 * @param definition of the new one
 * @param oldColumns of the old one; empty where they are not known, and taken for the same then
 */
record TableCopy(CreateTable definition, Set<Identifier> oldColumns) {

    /** Without the names of constraints: the old table has them still. */
    private static final String CREATE = """
            create table %1$s (
              %2$s
            );
            create function %3$s() returns trigger language plpgsql as $$
            begin
              if tg_op <> 'INSERT' then
                delete from %1$s where %4$s;
              end if;
              if tg_op <> 'DELETE' then
                insert into %1$s (%5$s) overriding system value values (%6$s);
              end if;
              return null;
            end $$;
            create trigger %7$s after insert or update or delete on %8$s
              for each row execute function %3$s();""";

    /** Leaves room for the rows that old instances write meanwhile. */
    private static final String NUMBERS =
            "select setval(pg_get_serial_sequence(%s, %s), (select coalesce(max(%s), 0) + 1000000 from %s));";

    private static final String LAST = """
            -- migrations: lint-ignore=ban-drop-table because no running version knows %1$s
            drop table %1$s;
            drop function %2$s();""";

    /** Whether its rows can be told apart, and so copied one after the other. */
    boolean isPossible() {
        return !key().isEmpty() && columns().containsAll(key());
    }

    String[] files(Surroundings around) {
        return SafeFiles.of(around)
                .add(create())
                .addBackfill(Batches.byKey(
                        old(),
                        key(),
                        "insert into %1$s (%2$s) overriding system value\nselect %2$s from %3$s"
                                .formatted(copy(), list(columns(), ""), old()),
                        " for share\non conflict (%s) do nothing".formatted(list(key(), ""))))
                .add(numbers())
                .add(LAST.formatted(old(), function()))
                .toArray();
    }

    private String create() {
        var parts = Stream.concat(
                definition.columns().stream().map(ColumnDefinition::written),
                definition.constraints().stream().map(Constraint::definition));
        return CREATE.formatted(
                copy(),
                parts.collect(Collectors.joining(",\n  ")),
                function(),
                key().stream().map(column -> column + " = old." + column).collect(Collectors.joining(" and ")),
                list(columns(), ""),
                list(columns(), "new."),
                trigger(),
                old());
    }

    /** What numbers itself goes on behind the copied rows. */
    private String[] numbers() {
        return definition.columns().stream()
                .filter(column -> column.generation() == Generation.IDENTITY
                        || column.type().isSerial())
                .map(column -> NUMBERS.formatted(
                        SqlText.literal(copy().sql()),
                        SqlText.literal(column.name().name()),
                        column.name(),
                        copy()))
                .toArray(String[]::new);
    }

    private List<Identifier> key() {
        var inColumns = definition.columns().stream().flatMap(column -> column.constraints().stream());
        return Stream.concat(inColumns, definition.constraints().stream())
                .filter(constraint -> constraint.kind() == Kind.PRIMARY_KEY)
                .map(Constraint::columns)
                .findFirst()
                .orElse(List.of());
    }

    /** Those that both have; nobody writes a generated one. */
    private List<Identifier> columns() {
        return definition.columns().stream()
                .filter(column -> column.generation() == Generation.NONE || column.generation() == Generation.IDENTITY)
                .map(ColumnDefinition::name)
                .filter(column -> oldColumns.isEmpty() || oldColumns.contains(column))
                .toList();
    }

    private static String list(List<Identifier> columns, String prefix) {
        return columns.stream().map(column -> prefix + column).collect(Collectors.joining(", "));
    }

    private QualifiedName old() {
        return definition.table();
    }

    private QualifiedName copy() {
        return new QualifiedName(old().schema(), old().name() + "_new");
    }

    private QualifiedName function() {
        return new QualifiedName(old().schema(), trigger().name());
    }

    private Identifier trigger() {
        return new Identifier(old().name() + "_copy");
    }
}

package dev.migrations.alter;

import dev.migrations.schema.Attribute;
import dev.migrations.schema.AttributeChange;
import dev.migrations.schema.ObjectKind;
import dev.migrations.schema.ObjectName;
import dev.migrations.schema.SchemaObject;
import java.util.EnumSet;
import java.util.Set;

/** Columns of tables and views, and the attributes of composite types. */
final class ColumnForm implements Form {

    private static final Set<Attribute> SAID = EnumSet.of(
            Attribute.TYPE,
            Attribute.COLLATION,
            Attribute.NOT_NULL,
            Attribute.DEFAULT,
            Attribute.GENERATED,
            Attribute.IDENTITY,
            Attribute.SEQUENCE);

    static {
        SAID.addAll(SequenceOptions.ALL);
    }

    @Override
    public Set<Attribute> said() {
        return SAID;
    }

    /** A NOT NULL that is not valid can only be added. */
    static Set<Attribute> saidOf(SchemaObject column) {
        var said = EnumSet.copyOf(SAID);
        if (!NotNull.isSaidWithColumn(column)) {
            said.remove(Attribute.NOT_NULL);
        }
        return said;
    }

    /** As it stands in {@code create table} and {@code add column}. */
    static String text(SchemaObject column, Script script) {
        var text = new StringBuilder(SqlName.quoted(column.name().name()))
                .append(' ')
                .append(type(column));
        column.find(Attribute.GENERATED)
                .ifPresent(expression -> text.append(" generated ").append(lower(expression)));
        if (column.find(Attribute.IDENTITY).isPresent()
                && !Parents.has(
                        owner(column.name(), script), column.name().name(), Attribute.IDENTITY, script.passage())) {
            text.append(' ').append(Identity.generated(column));
        }
        column.find(Attribute.DEFAULT)
                .ifPresent(value -> text.append(" default ").append(value));
        if (NotNull.isSaidWithColumn(column)) {
            text.append(NotNull.text(column));
        }
        return text.toString();
    }

    static String type(SchemaObject column) {
        return column.find(Attribute.TYPE).orElse("text")
                + column.find(Attribute.COLLATION)
                        .map(collation -> " collate " + collation)
                        .orElse("");
    }

    private static String lower(String generated) {
        return generated
                .replaceFirst("^ALWAYS AS", "always as")
                .replaceFirst(" STORED$", " stored")
                .replaceFirst(" VIRTUAL$", " virtual");
    }

    @Override
    public void make(SchemaObject object, Script script) {
        var whole = owner(object.name(), script);
        script.say(
                Phase.CHANGE,
                object.name(),
                "alter " + SqlName.reference(whole)
                        + (whole.kind() == ObjectKind.TYPE ? " add attribute " : " add column ")
                        + text(object, script)
                        + (whole.kind() == ObjectKind.TYPE ? TypeForm.toTables(whole, script) : ""));
    }

    @Override
    public void drop(SchemaObject object, Phase phase, Script script) {
        var whole = owner(object.name(), script);
        var alter = "alter " + SqlName.reference(whole);
        if (whole.kind() == ObjectKind.TYPE) {
            script.say(
                    phase,
                    object.name(),
                    alter + " drop attribute " + SqlName.quoted(object.name().name())
                            + TypeForm.toTables(whole, script));
        } else {
            script.lose(
                    phase,
                    object.name(),
                    alter + " drop column " + SqlName.quoted(object.name().name()));
        }
    }

    @Override
    public boolean say(AttributeChange change, SchemaObject object, Script script) {
        var name = object.name();
        var whole = owner(name, script);
        return switch (change.attribute()) {
            case TYPE, COLLATION -> ColumnType.say(change, object, whole, script);
            case NOT_NULL -> NotNull.say(change, object, whole, script);
            case NOT_NULL_COMMENT -> {
                NotNull.comment(change, object, script);
                yield true;
            }
            case DEFAULT -> {
                script.say(
                        Phase.CHANGE,
                        name,
                        alterColumn(name, whole, script)
                                + (change.to().isEmpty()
                                        ? "drop default"
                                        : "set default " + change.to().get(0)));
                yield true;
            }
            case GENERATED -> ColumnType.sayGenerated(change, object, whole, script);
            case IDENTITY,
                    SEQUENCE,
                    SEQUENCE_GRANTS,
                    SEQUENCE_COMMENT,
                    START,
                    INCREMENT,
                    MINIMUM,
                    MAXIMUM,
                    CACHE,
                    CYCLE -> Identity.say(change, object, whole, script);
            case INHERITED -> isLetGo(change, whole, script);
            default -> ColumnSettings.say(change, object, whole, script);
        };
    }

    /** What a table has from a parent is its own as soon as it is let go. */
    private static boolean isLetGo(AttributeChange change, ObjectName table, Script script) {
        var before = script.passage().findBefore(table);
        return change.to().isEmpty()
                && before.filter(each -> !script.passage()
                                .after(table)
                                .values(Attribute.INHERITS)
                                .containsAll(each.values(Attribute.INHERITS)))
                        .isPresent();
    }

    /** The table that it belongs to. */
    static ObjectName owner(ObjectName column, Script script) {
        return script.passage().whole(column);
    }

    /** With {@code only} where tables inherit from it: each column says for itself what becomes of it. */
    static String alterColumn(ObjectName column, ObjectName whole, Script script) {
        var only = whole.kind() == ObjectKind.TABLE && script.passage().hasChildren(whole) ? "only " : "";
        return "alter " + whole.kind() + " " + only + SqlName.of(whole)
                + (whole.kind() == ObjectKind.TYPE ? " alter attribute " : " alter column ")
                + SqlName.quoted(column.name()) + " ";
    }
}

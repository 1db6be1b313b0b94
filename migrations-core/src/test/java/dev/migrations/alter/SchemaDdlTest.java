package dev.migrations.alter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrations.schema.Attribute;
import dev.migrations.schema.ObjectKind;
import dev.migrations.schema.ObjectName;
import dev.migrations.schema.SchemaObject;
import dev.migrations.schema.SchemaSnapshot;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SchemaDdlTest {

    private static final ObjectName ORDERS = ObjectName.in("public", ObjectKind.TABLE, "orders");

    /** What comes about by itself, and why. */
    private static final Map<String, String> NEEDS_NO_WORDS = Map.of(
            "view replica identity", "the server gives each view the same",
            "foreign table replica identity", "the server gives each foreign table the same",
            "column not null comment", "without the constraint there is no comment");

    @Test
    void equal_schemas_need_no_statement() {
        var snapshot = snapshot(table(column("id", "bigint")));
        assertThat(SchemaDdl.between(snapshot, snapshot).steps()).isEmpty();
    }

    @Test
    void a_table_is_one_statement_with_its_columns() {
        var ddl = SchemaDdl.between(snapshot(), snapshot(table(column("id", "bigint"), column("Order", "text"))));
        assertThat(ddl.text()).isEqualTo("""
                create table public.orders (
                    id bigint,
                    "Order" text
                );""");
    }

    @Test
    void what_loses_data_says_so() {
        var both = snapshot(table(column("id", "bigint"), column("note", "text")));
        var one = snapshot(table(column("id", "bigint")));
        assertThat(SchemaDdl.between(both, one).text()).isEqualTo("""
                -- loses the data of column public.orders.note
                alter table public.orders drop column note;""");
        assertThat(SchemaDdl.between(one, snapshot()).text()).isEqualTo("""
                -- loses the data of table public.orders
                drop table public.orders;""");
    }

    @Test
    void a_new_column_in_the_middle_cannot_be_said() {
        var before = snapshot(table(column("id", "bigint"), column("note", "text")));
        var after = snapshot(table(column("id", "bigint"), column("mail", "text"), column("note", "text")));
        assertThat(SchemaDdl.between(before, after).text()).isEqualTo("""
                alter table public.orders add column mail text;
                -- cannot be said as DDL: table public.orders column order from id, note, mail to id, mail, note: a column \
                keeps its place, and a new one comes last; make the table anew by hand""");
    }

    @Test
    void a_view_makes_way_for_a_column_that_it_names() {
        var before =
                snapshot(table(column("id", "integer"), column("note", "text")), view("SELECT id FROM public.orders;"));
        var after =
                snapshot(table(column("id", "bigint"), column("note", "text")), view("SELECT id FROM public.orders;"));
        assertThat(SchemaDdl.between(before, after).text()).isEqualTo("""
                drop view public.ids;
                alter table public.orders alter column id type bigint using id::bigint;
                create view public.ids as
                SELECT id FROM public.orders;""");
    }

    @Test
    void a_label_is_not_taken_from_an_enum_that_a_column_is_of() {
        var moods = table(column("mood", "public.mood"));
        var ddl = SchemaDdl.between(snapshot(mood("sad", "happy"), moods), snapshot(mood("sad"), moods));
        assertThat(ddl.steps()).allMatch(step -> !step.isSayable()).hasSize(1);
    }

    @Test
    void a_function_s_body_may_speak_of_what_comes_later() {
        var function = new SchemaObject(
                ObjectName.in("public", ObjectKind.FUNCTION, "one()"),
                attributes(Attribute.DEFINITION, "CREATE OR REPLACE FUNCTION public.one()\n LANGUAGE sql\nAS $f$$f$"),
                List.of());
        assertThat(SchemaDdl.between(snapshot(), snapshot(function)).text())
                .startsWith("set check_function_bodies = off;")
                .endsWith("reset check_function_bodies;");
    }

    @Test
    void a_comment_that_says_more_than_a_line_runs_nothing() {
        var bad =
                new SchemaObject(ObjectName.of(ObjectKind.SUBSCRIPTION, "x\ndrop table orders;"), Map.of(), List.of());
        assertThat(SchemaDdl.between(snapshot(), snapshot(bad)).text().lines())
                .allMatch(line -> line.startsWith("-- "));
    }

    @Test
    void no_attribute_of_any_kind_is_passed_over() {
        var silent = new ArrayList<String>();
        for (var kind : ObjectKind.values()) {
            for (var attribute : Attribute.values()) {
                if (attribute != Attribute.COLUMN_ORDER) {
                    var none = snapshot(whole(kind, Map.of()));
                    var one = snapshot(whole(kind, attributes(attribute, value(attribute, "one"))));
                    var other = snapshot(whole(kind, attributes(attribute, value(attribute, "other"))));
                    if (Stream.of(
                                    SchemaDdl.between(none, one),
                                    SchemaDdl.between(one, none),
                                    SchemaDdl.between(one, other))
                            .anyMatch(ddl -> ddl.steps().isEmpty())) {
                        silent.add(kind + " " + attribute);
                    }
                }
            }
        }
        assertThat(silent).containsExactlyInAnyOrderElementsOf(NEEDS_NO_WORDS.keySet());
    }

    private static String value(Attribute attribute, String text) {
        return switch (attribute) {
            case GRANTS, SEQUENCE_GRANTS -> text + ": select";
            case ROW_SECURITY -> text.equals("one") ? "enabled" : "forced";
            case DEFINITION -> "CREATE " + text;
            case OPTIONS, FOREIGN_OPTIONS -> "option=" + text;
            default -> text;
        };
    }

    /** An object of this kind, or one with a part of this kind. */
    private static SchemaObject whole(ObjectKind kind, Map<Attribute, List<String>> attributes) {
        return kind.isPart()
                ? new SchemaObject(
                        ORDERS, Map.of(), List.of(new SchemaObject(ORDERS.part(kind, "part"), attributes, List.of())))
                : new SchemaObject(ObjectName.in("public", kind, name(kind)), attributes, List.of());
    }

    private static String name(ObjectKind kind) {
        return switch (kind) {
            case FUNCTION, PROCEDURE, AGGREGATE -> "it(integer)";
            case OPERATOR -> "===(integer, integer)";
            case OPERATOR_CLASS, OPERATOR_FAMILY -> "it using btree";
            case CAST -> "(integer as text)";
            case TRANSFORM -> "for integer language sql";
            case USER_MAPPING, DEFAULT_PRIVILEGES -> "it on tables";
            default -> "it";
        };
    }

    private static SchemaSnapshot snapshot(SchemaObject... objects) {
        return new SchemaSnapshot(180_000, List.of(objects));
    }

    private static SchemaObject table(SchemaObject... columns) {
        return new SchemaObject(ORDERS, Map.of(), List.of(columns));
    }

    private static SchemaObject column(String name, String type) {
        return new SchemaObject(ORDERS.part(ObjectKind.COLUMN, name), attributes(Attribute.TYPE, type), List.of());
    }

    private static SchemaObject view(String definition) {
        return new SchemaObject(
                ObjectName.in("public", ObjectKind.VIEW, "ids"),
                attributes(Attribute.DEFINITION, definition),
                List.of());
    }

    private static SchemaObject mood(String... labels) {
        var attributes = new EnumMap<Attribute, List<String>>(Attribute.class);
        attributes.put(Attribute.TYPE, List.of("enum"));
        attributes.put(Attribute.LABELS, List.of(labels));
        return new SchemaObject(ObjectName.in("public", ObjectKind.TYPE, "mood"), attributes, List.of());
    }

    private static Map<Attribute, List<String>> attributes(Attribute attribute, String value) {
        return Map.of(attribute, List.of(value));
    }
}

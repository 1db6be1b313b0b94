package dev.migrations.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DiffTextTest {

    private static final ObjectName ORDERS = ObjectName.in("public", ObjectKind.TABLE, "orders");
    private static final ObjectName TOTAL = ObjectName.in("public", ObjectKind.FUNCTION, "total()");

    @Test
    void a_table_s_parts_stand_next_to_it() {
        var before = table(Map.of(Attribute.OWNER, List.of("ann")), column("id"), column("gone"));
        var after = table(Map.of(Attribute.OWNER, List.of("bob")), column("id"), column("made"));
        assertThat(render(List.of(before, function("a")), List.of(after)))
                .containsExactly(
                        "~ table public.orders",
                        "    owner: ann -> bob",
                        "- column public.orders.gone",
                        "+ column public.orders.made",
                        "- function public.total()");
    }

    @Test
    void a_body_is_compared_line_by_line() {
        var before = function("begin\n  return 1;\nend\n");
        var after = function("begin\n  return 2;\nend\n");
        assertThat(render(List.of(before), List.of(after)))
                .containsExactly(
                        "~ function public.total()",
                        "    definition:",
                        "      @@ -1,3 +1,3 @@",
                        "       begin",
                        "      -  return 1;",
                        "      +  return 2;",
                        "       end");
    }

    @Test
    void of_many_grants_those_are_shown_that_came_or_went() {
        var before = table(Map.of(Attribute.GRANTS, List.of("app: insert, select", "audit: select")));
        var after = table(Map.of(Attribute.GRANTS, List.of("app: select", "audit: select", "jobs: delete")));
        assertThat(render(List.of(before), List.of(after)))
                .containsExactly(
                        "~ table public.orders",
                        "    grants:",
                        "      - app: insert, select",
                        "      + app: select",
                        "      + jobs: delete");
    }

    @Test
    void where_the_order_means_something_both_lists_are_shown() {
        var type = ObjectName.in("public", ObjectKind.TYPE, "size");
        var before = new SchemaObject(type, Map.of(Attribute.LABELS, List.of("s", "l")), List.of());
        var after = new SchemaObject(type, Map.of(Attribute.LABELS, List.of("s", "m", "l")), List.of());
        assertThat(render(List.of(before), List.of(after)))
                .containsExactly("~ type public.size", "    labels: s, l -> s, m, l");
    }

    private static List<String> render(List<SchemaObject> before, List<SchemaObject> after) {
        return DiffText.render(new SchemaSnapshot(180_000, before).to(new SchemaSnapshot(180_000, after)));
    }

    private static SchemaObject table(Map<Attribute, List<String>> attributes, SchemaObject... columns) {
        return new SchemaObject(ORDERS, attributes, List.of(columns));
    }

    private static SchemaObject column(String name) {
        return new SchemaObject(
                ORDERS.part(ObjectKind.COLUMN, name), Map.of(Attribute.TYPE, List.of("integer")), List.of());
    }

    private static SchemaObject function(String body) {
        return new SchemaObject(TOTAL, Map.of(Attribute.DEFINITION, List.of(body)), List.of());
    }
}

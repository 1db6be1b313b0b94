package dev.migrations.docs.testing;

import dev.migrations.schema.Attribute;
import dev.migrations.schema.ObjectKind;
import dev.migrations.schema.ObjectName;
import dev.migrations.schema.SchemaObject;
import dev.migrations.schema.SchemaSnapshot;
import java.util.List;
import java.util.Map;

/** A schema whose names, comments and definitions hold whatever means something to Markdown, HTML or a file system. */
public final class StrangeSchema {

    /** What must be shown as it is. */
    public static final String NAME = "</title><script>alert(1)</script>|`*_[x](y)&amp;\"'";

    /** What must be shown as it is, in two lines. */
    public static final String COMMENT = "1. <b>bold</b> | `code`\n- {{mustache}} --> ![x](http://example.com/x.png)";

    private StrangeSchema() {}

    /** Two tables that lead to each other, in schemas that differ by a capital letter. */
    public static SchemaSnapshot snapshot() {
        return new SchemaSnapshot(180_000, List.of(table("Odd/..", NAME, "odd/.."), table("odd/..", NAME, "Odd/..")));
    }

    private static SchemaObject table(String schema, String table, String other) {
        var name = ObjectName.in(schema, ObjectKind.TABLE, table);
        var target = "\"" + other + "\".\"" + NAME.replace("\"", "\"\"") + "\"";
        return new SchemaObject(
                name,
                Map.of(Attribute.COMMENT, List.of(COMMENT)),
                List.of(
                        part(
                                name,
                                ObjectKind.COLUMN,
                                NAME,
                                Map.of(
                                        Attribute.TYPE,
                                        List.of("\"" + NAME + "\"[]"),
                                        Attribute.DEFAULT,
                                        List.of("'a|b`c\n<d>'::text"),
                                        Attribute.COMMENT,
                                        List.of(COMMENT))),
                        part(
                                name,
                                ObjectKind.CONSTRAINT,
                                NAME,
                                Map.of(
                                        Attribute.DEFINITION,
                                        List.of("FOREIGN KEY (\"" + NAME.replace("\"", "\"\"") + "\") REFERENCES "
                                                + target + "(\"" + NAME.replace("\"", "\"\"")
                                                + "\") ON DELETE CASCADE"))),
                        part(
                                name,
                                ObjectKind.INDEX,
                                NAME,
                                Map.of(Attribute.DEFINITION, List.of("CREATE INDEX ON x ((a || '```'))")))));
    }

    private static SchemaObject part(
            ObjectName table, ObjectKind kind, String name, Map<Attribute, List<String>> attributes) {
        return new SchemaObject(table.part(kind, name), attributes, List.of());
    }
}

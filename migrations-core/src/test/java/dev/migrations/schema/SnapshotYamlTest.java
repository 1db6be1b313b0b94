package dev.migrations.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SnapshotYamlTest {

    private static final List<String> PIECES = List.of(
            "a",
            "yes",
            "null",
            "~",
            "1",
            "1.5",
            "2026-01-02",
            "0x1F",
            " ",
            "  ",
            "\t",
            "\n",
            "\n\n",
            "\r\n",
            "\r",
            ":",
            ": ",
            " #",
            "#",
            "-",
            "- ",
            "?",
            "'",
            "\"",
            "\\",
            "{",
            "}",
            "[",
            "]",
            ",",
            "&",
            "*",
            "!",
            "|",
            ">",
            "%",
            "@",
            "`",
            "é",
            "名",
            "\uD83D\uDE00",
            "\u0085",
            "\u2028",
            "\uFEFF",
            "\u0001",
            "\u007F",
            "\u00A0",
            "=",
            "<<",
            "---",
            "...");

    @Test
    void a_file_reads_well() {
        var users = table(
                "users",
                Map.of(Attribute.OWNER, List.of("app"), Attribute.GRANTS, List.of("report: select")),
                column(
                        "id",
                        Map.of(Attribute.TYPE, List.of("bigint"), Attribute.NOT_NULL, List.of("users_id_not_null"))),
                column("total", Map.of(Attribute.TYPE, List.of("numeric(10,2)"))),
                column("note", Map.of(Attribute.COMMENT, List.of("one line\nand another"))));
        var function = new SchemaObject(
                ObjectName.in("public", ObjectKind.FUNCTION, "one(integer, text)"),
                Map.of(Attribute.DEFINITION, List.of("CREATE FUNCTION\n  AS $$\n\tselect 1; \n$$\n")),
                List.of());
        var schema = new SchemaObject(ObjectName.of(ObjectKind.SCHEMA, "public"), Map.of(), List.of());
        assertThat(SnapshotYaml.write(new SchemaSnapshot(180006, List.of(function, users, schema))))
                .isEqualTo("""
                        # What the database is made of; written by `migrations snapshot`, and not by hand.
                        format: 1
                        server: 18

                        database:
                          schema public: {}

                        schema public:
                          table users:
                            owner: app
                            grants:
                            - 'report: select'
                            column id: {type: bigint, not null: users_id_not_null}
                            column total: {type: 'numeric(10,2)'}
                            column note:
                              comment: |-
                                one line
                                and another
                          function one(integer, text):
                            definition: |
                              CREATE FUNCTION
                                AS $$
                              \tselect 1;\s
                              $$
                        """);
    }

    @Test
    void whatever_a_snapshot_says_is_read_as_it_was() {
        var random = new Random(7);
        for (var round = 0; round < 300; round++) {
            var snapshot = new SchemaSnapshot(
                    160000,
                    List.of(
                            table(
                                    text(random),
                                    Map.of(
                                            Attribute.COMMENT, List.of(text(random)),
                                            Attribute.GRANTS, List.of(text(random), text(random)),
                                            Attribute.OWNER, List.of(text(random))),
                                    column(text(random), Map.of(Attribute.DEFAULT, List.of(text(random)))),
                                    column(text(random) + "2", Map.of())),
                            new SchemaObject(
                                    ObjectName.of(ObjectKind.EXTENSION, text(random)),
                                    Map.of(Attribute.DEFINITION, List.of(text(random))),
                                    List.of())));
            var text = SnapshotYaml.write(snapshot);
            assertThat(SnapshotYaml.read("s", text)).as(text).isEqualTo(snapshot);
            assertThat(text).endsWith("\n");
        }
    }

    @Test
    void a_checkout_with_other_line_endings_is_the_same() {
        var function = new SchemaObject(
                ObjectName.in("public", ObjectKind.FUNCTION, "f()"),
                Map.of(
                        Attribute.DEFINITION, List.of("a\n  b \n\n\tc\n"),
                        Attribute.COMMENT, List.of("windows\r\n  wrote this\r\n")),
                List.of());
        var snapshot = new SchemaSnapshot(180000, List.of(function));
        var checkedOut = SnapshotYaml.write(snapshot).replace("\n", "\r\n");
        assertThat(SnapshotYaml.read("s", checkedOut)).isEqualTo(snapshot);
    }

    @Test
    void a_large_schema_is_one_file() {
        var tables = IntStream.range(0, 2_000)
                .mapToObj(i -> table(
                        "table_" + i,
                        Map.of(Attribute.OWNER, List.of("app")),
                        IntStream.range(0, 10)
                                .mapToObj(c -> column("column_" + c, Map.of(Attribute.TYPE, List.of("bigint"))))
                                .toArray(SchemaObject[]::new)))
                .toList();
        var snapshot = new SchemaSnapshot(180000, tables);
        assertThat(SnapshotYaml.read("s", SnapshotYaml.write(snapshot))).isEqualTo(snapshot);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "format: 2\nserver: 19\n=> 1:9 format 2 is newer than this release reads, which is 1",
                "hello\n=> 1:1 this is not a snapshot of a schema",
                "\n=> 1:1 this is not a snapshot of a schema",
                "server: 18\n=> 1:1 this is not a snapshot of a schema: it has no `format`",
                "format: 1\n=> 1:1 `server` is missing",
                "format: 1\nserver: x\n=> 2:9 `server` is a number, not x",
                "format: 1\nserver: 18\nschema a:\n  tabel b: {}\n=> 4:3 did you mean `table …`?",
                "format: 1\nserver: 18\nschema a:\n  table b:\n    ower: x\n=> 5:5 did you mean `owner`?",
                "format: 1\nserver: 18\nschema a:\n  table b:\n    owner: x\n    owner: y\n=> 6:5 `owner` stands here twice",
                "format: 1\nserver: 18\nschema a:\n  table b:\n    owner:\n=> 5:11 `owner` is a text",
                "format: 1\nserver: 18\nschema a:\n  table b: [\n=> 5:1 this is not YAML",
                "format: 1\nserver: 18\nmore: {}\n=> 3:1 a snapshot has no `more`",
                "format: 1\nserver: 18\nschema a: x\n=> 3:11 here is a text or a list",
            })
    void a_bad_file_is_refused_with_the_place(String text) {
        var parts = text.split("=> ", 2);
        var expected = parts[1].split(" ", 2);
        assertThatThrownBy(() -> SnapshotYaml.read("schema.snapshot", parts[0]))
                .isInstanceOf(SnapshotFileException.class)
                .hasMessageStartingWith("schema.snapshot:" + expected[0] + ": ")
                .hasMessageContaining(expected[1])
                .hasMessageContaining("\nHint: ");
    }

    private static String text(Random random) {
        var pieces = new ArrayList<String>();
        for (var i = random.nextInt(5) + 1; i > 0; i--) {
            pieces.add(PIECES.get(random.nextInt(PIECES.size())));
        }
        return String.join("", pieces);
    }

    private static SchemaObject table(String name, Map<Attribute, List<String>> attributes, SchemaObject... columns) {
        return new SchemaObject(
                ObjectName.in("public", ObjectKind.TABLE, name),
                attributes,
                List.of(columns).stream()
                        .map(column -> new SchemaObject(
                                ObjectName.in("public", ObjectKind.TABLE, name)
                                        .part(ObjectKind.COLUMN, column.name().name()),
                                column.attributes(),
                                List.of()))
                        .toList());
    }

    private static SchemaObject column(String name, Map<Attribute, List<String>> attributes) {
        return new SchemaObject(ObjectName.of(ObjectKind.COLUMN, name), attributes, List.of());
    }
}

package dev.migrations.bench;

import dev.migrations.script.ScriptSource;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Scripts to measure with: the same bytes in every run. */
final class Scripts {

    private static final int ROWS_PER_INSERT = 100;

    private Scripts() {}

    /** INSERTs of a hundred rows each, some with quotes, semicolons and letters outside ASCII in their strings. */
    static byte[] inserts(int bytes) {
        var script = new StringBuilder(bytes + 20_000);
        for (var row = 0; script.length() < bytes; row++) {
            if (row % ROWS_PER_INSERT == 0) {
                script.append("insert into shop.orders (id, customer, note, amount, placed_at) values\n");
            }
            script.append("    (").append(row).append(", 'Customer ").append(row % 9973);
            script.append(row % 50 == 0 ? "', 'it''s; Größe — π', " : "', 'an order like any other', ");
            script.append(row % 997).append('.').append(10 + row % 90).append(", '2026-11-20 20:01:02.003+00')");
            script.append(row % ROWS_PER_INSERT == ROWS_PER_INSERT - 1 ? ";\n" : ",\n");
        }
        return bytes(script);
    }

    /** What a long history of small changes looks like: DDL, comments, a function body now and then. */
    static byte[] smallStatements(int count) {
        var script = new StringBuilder(count * 80);
        for (var i = 0; i < count; i++) {
            script.append(
                    switch (i % 5) {
                        case 0 -> "create table t" + i + " (id bigint primary key, name text not null);\n";
                        case 1 -> "-- the name is looked up\ncreate index t" + i + "_name on t" + i + " (name);\n";
                        case 2 -> "comment on table t" + i + " is 'it''s number " + i + "';\n";
                        case 3 -> "update \"T\" set a = a - 1 /* down; */ where id = " + i + " and b <> 'x;y';\n";
                        default -> "do $body$ begin perform f(" + i + "); end $body$;\n";
                    });
        }
        return bytes(script);
    }

    static ScriptSource source(byte[] bytes) {
        return new ScriptSource() {
            @Override
            public String name() {
                return "benchmark.sql";
            }

            @Override
            public InputStream open() {
                return new ByteArrayInputStream(bytes);
            }
        };
    }

    private static byte[] bytes(StringBuilder script) {
        return script.toString().getBytes(StandardCharsets.UTF_8);
    }
}

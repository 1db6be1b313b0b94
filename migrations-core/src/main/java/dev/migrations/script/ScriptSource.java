package dev.migrations.script;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Where a script's bytes come from; may be opened more than once, and is never held in memory by the reader. */
public interface ScriptSource {

    /** The file's name as a person should see it in messages, such as {@code 001_create_users.up.sql}. */
    String name();

    /** Where it really is, for whoever has to find it: a path, the URL of a place in a jar, or else its name. */
    default String url() {
        return name();
    }

    /**
     * The bytes from the beginning.
     *
     * @throws IOException if the file cannot be read
     */
    InputStream open() throws IOException;

    /** A script that is already text, such as a down script kept in the history. */
    static ScriptSource ofText(String name, String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        return new ScriptSource() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public InputStream open() {
                return new ByteArrayInputStream(bytes);
            }
        };
    }
}

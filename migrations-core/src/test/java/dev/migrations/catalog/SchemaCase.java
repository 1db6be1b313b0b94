package dev.migrations.catalog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A file under {@code src/test/resources/schema}: statements that make a schema, then, after lines such as
 * {@code -- = owner since 15}, what changes one thing about it. {@code again} makes the same schema in another way.
 *
 * @param name   of the file
 * @param base   how the schema is made
 * @param others what else is made
 */
record SchemaCase(String name, Way base, List<Way> others) {

    private static final Path FOLDER = Path.of("src/test/resources/schema");
    private static final Pattern HEAD = Pattern.compile("(?m)^-- = (?<name>\\w+)(?: since (?<since>[0-9]+))?\\n");

    /**
     * One way to make a schema, on servers from a version on.
     *
     * @param base   what comes first
     * @param change what comes on top
     */
    record Way(String name, int since, String base, String change) {

        String sql() {
            return base + change;
        }

        boolean isAgain() {
            return name.equals("again");
        }
    }

    static Stream<SchemaCase> all() {
        try (var files = Files.list(FOLDER)) {
            return files.sorted().map(SchemaCase::read).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ways that a server of this version knows, the first one first. */
    List<Way> ways(int majorVersion) {
        return Stream.concat(Stream.of(base), others.stream())
                .filter(way -> way.since() <= majorVersion)
                .toList();
    }

    private static SchemaCase read(Path file) {
        try {
            var text = Files.readString(file);
            var name = file.getFileName().toString().replace(".sql", "");
            var heads = HEAD.matcher(text).results().toList();
            var base = text.substring(0, heads.get(0).start());
            var others = new ArrayList<Way>();
            for (var i = 0; i < heads.size(); i++) {
                var head = heads.get(i);
                var end = i + 1 < heads.size() ? heads.get(i + 1).start() : text.length();
                var since = head.group(2) == null ? 0 : Integer.parseInt(head.group(2));
                var sql = text.substring(head.end(), end);
                others.add(new Way(head.group(1), since, head.group(1).equals("again") ? "" : base, sql));
            }
            return new SchemaCase(name, new Way("base", 0, base, ""), others);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package dev.migrations.script;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Folders of test resources that are named by scenario, and scripts that arrive in small pieces. */
final class Fixtures {

    private Fixtures() {}

    static List<Path> folders(String root) {
        try (var folders = Files.list(resource(root))) {
            return folders.filter(Files::isDirectory).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path resource(String name) {
        var url = Fixtures.class.getResource("/" + name);
        if (url == null) {
            throw new IllegalStateException("no test resource " + name);
        }
        try {
            return Path.of(url.toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ScriptSource file(Path file) {
        return bytes(file.getFileName().toString(), read(file), Integer.MAX_VALUE);
    }

    static ScriptSource text(String text) {
        return ScriptSource.ofText("script.sql", text);
    }

    /** A script whose stream gives at most so many bytes at a time. */
    static ScriptSource bytes(String name, byte[] bytes, int atOnce) {
        return new ScriptSource() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public InputStream open() {
                return new Trickle(bytes, atOnce);
            }
        };
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static final class Trickle extends InputStream {
        private final byte[] bytes;
        private final int atOnce;
        private int at;

        Trickle(byte[] bytes, int atOnce) {
            this.bytes = bytes;
            this.atOnce = atOnce;
        }

        @Override
        public int read() {
            return at < bytes.length ? bytes[at++] & 0xFF : -1;
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            if (at == bytes.length) {
                return -1;
            }
            var count = Math.min(Math.min(length, atOnce), bytes.length - at);
            System.arraycopy(bytes, at, target, offset, count);
            at += count;
            return count;
        }
    }
}

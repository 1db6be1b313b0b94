package dev.migrations.migration;

import java.io.FileNotFoundException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.util.List;
import java.util.jar.JarFile;

/**
 * A folder of a jar, or of a jar nested in a fat jar, by the URL that its class loader gave.
 *
 * <p>Everything goes through {@link JarURLConnection}, which Spring Boot implements for {@code jar:nested:} URLs. The JDK's
 * cache of open jars is not used: it would keep the file locked, and stale when it is replaced. Opening a jar for each of its
 * files is cheap all the same, because the class loader has it open, and the JDK and Spring Boot share its directory.
 */
record JarRoot(URL folder) implements FileRoot {

    @Override
    public String url() {
        return folder.toString();
    }

    @Override
    public List<TreeFile> list() throws IOException {
        var connection = connect();
        var prefix = prefix(connection);
        try (var jar = connection.getJarFile()) {
            return jar.stream()
                    .filter(entry -> !entry.isDirectory() && entry.getName().startsWith(prefix))
                    .map(entry -> entry.getName().substring(prefix.length()))
                    .filter(path -> !TreeFile.isHidden(path))
                    .<TreeFile>map(path -> new JarEntryFile(path, this))
                    .toList();
        }
    }

    private InputStream open(String path) throws IOException {
        var connection = connect();
        var jar = connection.getJarFile();
        try {
            var entry = jar.getEntry(prefix(connection) + path);
            if (entry == null) {
                throw new FileNotFoundException(folder + path + " is no longer there");
            }
            return new EntryStream(jar.getInputStream(entry), jar);
        } catch (IOException | RuntimeException e) {
            jar.close();
            throw e;
        }
    }

    private JarURLConnection connect() throws IOException {
        var connection = (JarURLConnection) folder.openConnection();
        connection.setUseCaches(false);
        return connection;
    }

    private static String prefix(JarURLConnection connection) {
        var name = String.valueOf(connection.getEntryName());
        return name.endsWith("/") ? name : name + "/";
    }

    private record JarEntryFile(String path, JarRoot root) implements TreeFile {
        @Override
        public String url() {
            return root.url() + path;
        }

        @Override
        public InputStream open() throws IOException {
            return root.open(path);
        }
    }

    /** Closes the jar with the entry that was read. */
    private static final class EntryStream extends FilterInputStream {

        private final JarFile jar;

        EntryStream(InputStream entry, JarFile jar) {
            super(entry);
            this.jar = jar;
        }

        @Override
        public void close() throws IOException {
            try (jar) {
                super.close();
            }
        }
    }
}

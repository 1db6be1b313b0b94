package dev.migrations.backup;

import dev.migrations.database.ConnectionSource;
import dev.migrations.database.ServerAddress;
import dev.migrations.script.ScriptSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Dumps of a whole database, in the custom format of {@code pg_dump}, which must not be older than the server (PostgreSQL
 * manual, pg_dump, "Notes").
 */
public final class Backup {

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final ConnectionSource source;
    private final String searchPath;

    private Backup(ConnectionSource source, String searchPath) {
        this.source = source;
        this.searchPath = searchPath;
    }

    /**
     * Of the database that these connections lead to.
     *
     * @param searchPath where the programs are, written like {@code PATH}
     */
    public static Backup of(ConnectionSource source, String searchPath) {
        return new Backup(source, searchPath);
    }

    /**
     * Writes a dump into a directory, which is made if it is not there; its name has the database and the time.
     *
     * @return the file; it is complete, or it is not there
     * @throws BackupException                                       if it cannot be made
     * @throws dev.migrations.database.DatabaseUnreachableException  if there is no connection
     */
    public Path write(Path directory) {
        var server = ServerAddress.of(source);
        var program = program("pg_dump", server);
        var name = server.database().replaceAll("[^A-Za-z0-9._-]", "_") + "_" + STAMP.format(Instant.now()) + ".dump";
        var file = directory.resolve(name);
        var unfinished = directory.resolve(name + ".unfinished");
        try {
            Files.createDirectories(directory);
            try {
                program.run(environment(server), List.of("--format=custom", "--no-password", "--file=" + unfinished));
                return Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(unfinished);
            }
        } catch (IOException e) {
            throw BackupException.unusable(file, e);
        }
    }

    /**
     * Reads a database's schema as SQL, without owners, rights and subscriptions; nothing is left on the disk.
     *
     * @param rows   tables whose rows come along, as SQL names them
     * @param reader is given the schema, and then the rows
     * @throws BackupException                                       if it cannot be made
     * @throws dev.migrations.database.DatabaseUnreachableException  if there is no connection
     */
    public void readSchema(List<String> rows, Consumer<ScriptSource> reader) {
        read(
                List.of("--schema-only", "--no-owner", "--no-privileges", "--no-subscriptions"),
                "schema of the database",
                reader);
        if (!rows.isEmpty()) {
            var arguments = new ArrayList<>(List.of("--data-only"));
            rows.forEach(table -> arguments.add("--table=" + table));
            read(arguments, "rows of the history", reader);
        }
    }

    private void read(List<String> what, String name, Consumer<ScriptSource> reader) {
        var server = ServerAddress.of(source);
        var program = program("pg_dump", server);
        try {
            var file = Files.createTempFile("migrations", ".sql");
            try {
                var arguments = new ArrayList<>(what);
                arguments.addAll(List.of("--no-password", "--file=" + file));
                program.run(environment(server), arguments);
                reader.accept(new DumpFile(name, file));
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw BackupException.unusable(Path.of(System.getProperty("java.io.tmpdir")), e);
        }
    }

    /**
     * Puts everything that a dump holds back to what it was, in one transaction. What the database got later, and the dump
     * does not know, stays.
     *
     * @throws BackupException                                       if it cannot be done; then nothing was changed
     * @throws dev.migrations.database.DatabaseUnreachableException  if there is no connection
     */
    public void restore(Path file) {
        if (!Files.isRegularFile(file)) {
            throw BackupException.noFile(file);
        }
        var server = ServerAddress.of(source);
        program("pg_restore", server)
                .run(
                        environment(server),
                        List.of(
                                "--clean",
                                "--if-exists",
                                "--single-transaction",
                                "--no-password",
                                "--dbname=" + server.database(),
                                file.toString()));
    }

    private ClientProgram program(String name, ServerAddress server) {
        var program = ClientProgram.find(name, searchPath)
                .orElseThrow(() -> BackupException.notInstalled(name, server.majorVersion()));
        if (program.majorVersion() < server.majorVersion()) {
            throw BackupException.tooOld(program, server.majorVersion());
        }
        return program;
    }

    private Map<String, String> environment(ServerAddress server) {
        var environment = new HashMap<>(server.clientEnvironment());
        environment.putAll(source.clientEnvironment());
        return environment;
    }

    private record DumpFile(String name, Path path) implements ScriptSource {

        @Override
        public InputStream open() throws IOException {
            return Files.newInputStream(path);
        }
    }
}

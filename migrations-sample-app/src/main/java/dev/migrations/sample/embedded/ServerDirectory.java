package dev.migrations.sample.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.UUID;

/**
 * What the embedded server leaves on disk: its data, its log and a lock. Data is made aside and moved into place when it
 * is complete, so that a kill in the middle of the first start leaves nothing that looks like data.
 *
 * @param root an absolute path; everything below it belongs to the embedded server
 */
record ServerDirectory(Path root) {

    private static final String UNFINISHED = "unfinished-";

    ServerDirectory {
        root = root.toAbsolutePath().normalize();
    }

    Path data() {
        return root.resolve("data");
    }

    Path log() {
        return root.resolve("postgresql.log");
    }

    /** Held until the channel is closed; the operating system lets go of it when the process is killed. */
    FileChannel lock() throws IOException {
        Files.createDirectories(root);
        var channel = FileChannel.open(root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            // the same process holds it: no different from another one
        }
        channel.close();
        throw EmbeddedServerException.inUse(root);
    }

    boolean hasData() {
        return Files.exists(versionFile());
    }

    /** Refuses data that the server's binaries could not read. */
    void requireVersion(String majorVersion) throws IOException {
        if (hasData()) {
            var found = Files.readString(versionFile()).strip();
            if (!found.equals(majorVersion)) {
                throw EmbeddedServerException.ofAnotherVersion(data(), found, majorVersion);
            }
        }
    }

    private Path versionFile() {
        return data().resolve("PG_VERSION");
    }

    /** Where data is made; a new path each time, since an {@code initdb} that outlived its application may be writing yet. */
    Path unfinished() {
        return root.resolve(UNFINISHED + UUID.randomUUID());
    }

    /** What earlier first starts did not live to finish. */
    List<Path> allUnfinished() throws IOException {
        try (var entries = Files.list(root)) {
            return entries.filter(entry -> entry.getFileName().toString().startsWith(UNFINISHED))
                    .toList();
        }
    }

    void finish(Path unfinished) throws IOException {
        Files.move(unfinished, data(), StandardCopyOption.ATOMIC_MOVE);
    }
}

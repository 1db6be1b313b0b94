package dev.migrations.sample.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.springframework.util.FileSystemUtils;

/**
 * What the embedded server leaves on disk: its data, its log, a lock, and a mark that the data is complete.
 *
 * @param root an absolute path; everything below it belongs to the embedded server
 */
record ServerDirectory(Path root) {

    ServerDirectory {
        root = root.toAbsolutePath().normalize();
    }

    Path data() {
        return root.resolve("data");
    }

    Path log() {
        return root.resolve("postgresql.log");
    }

    Path processFile() {
        return data().resolve("postmaster.pid");
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

    /** Refuses data that the server's binaries could not read. */
    void requireVersion(String majorVersion) throws IOException {
        var file = data().resolve("PG_VERSION");
        if (isComplete() && Files.exists(file)) {
            var found = Files.readString(file).strip();
            if (!found.equals(majorVersion)) {
                throw EmbeddedServerException.ofAnotherVersion(data(), found, majorVersion);
            }
        }
    }

    /** A kill in the middle of the very first start leaves half a data directory, which no server accepts. */
    void removeIncompleteData() throws IOException {
        if (!isComplete()) {
            FileSystemUtils.deleteRecursively(data());
        }
    }

    void markComplete() throws IOException {
        if (!isComplete()) {
            Files.createFile(completeMark());
        }
    }

    private boolean isComplete() {
        return Files.exists(completeMark());
    }

    private Path completeMark() {
        return data().resolve("complete");
    }
}

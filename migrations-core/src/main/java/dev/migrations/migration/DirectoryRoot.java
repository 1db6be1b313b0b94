package dev.migrations.migration;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A directory of a file system. Links are followed: Kubernetes mounts a ConfigMap as links into a hidden directory. */
record DirectoryRoot(Path directory) implements FileRoot {

    @Override
    public String url() {
        return directory.toString();
    }

    @Override
    public List<TreeFile> list() throws IOException {
        var files = new ArrayList<TreeFile>();
        Files.walkFileTree(directory, Set.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, collector(files));
        return files;
    }

    private SimpleFileVisitor<Path> collector(List<TreeFile> files) {
        return new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path visited, BasicFileAttributes attributes) {
                return isHidden(visited) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (!isHidden(file)) {
                    files.add(new DirectoryFile(relative(file), file));
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                if (failure instanceof FileSystemLoopException) {
                    return FileVisitResult.CONTINUE; // its files are seen without the loop
                }
                throw failure;
            }
        };
    }

    private boolean isHidden(Path visited) {
        return !visited.equals(directory) && TreeFile.isHidden(String.valueOf(visited.getFileName()));
    }

    private String relative(Path file) {
        var path = directory.relativize(file).toString();
        return path.replace(directory.getFileSystem().getSeparator(), "/");
    }

    private record DirectoryFile(String path, Path file) implements TreeFile {
        @Override
        public String url() {
            return file.toString();
        }

        @Override
        public InputStream open() throws IOException {
            return Files.newInputStream(file);
        }
    }
}

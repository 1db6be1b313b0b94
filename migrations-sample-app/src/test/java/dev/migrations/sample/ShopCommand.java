package dev.migrations.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * What {@code java -jar shop.jar migrations …} came to.
 *
 * @param exitCode how the process ended
 * @param out      all of standard output
 * @param err      all of standard error
 */
record ShopCommand(int exitCode, String out, String err) {

    static ShopCommand run(Path folder, String... words) throws IOException, InterruptedException {
        return Running.start(folder, words).end();
    }

    /** Runs a command until it has said something, and then does as Ctrl-C does. */
    static ShopCommand interrupt(Path folder, String said, String... words) throws IOException, InterruptedException {
        var running = Running.start(folder, words);
        running.awaitSaid(said);
        new ProcessBuilder("kill", "-INT", Long.toString(running.process().pid()))
                .start()
                .waitFor();
        return running.end();
    }

    private record Running(Process process, Path out, Path err) {

        static Running start(Path folder, String... words) throws IOException {
            var out = Files.createTempFile(folder, "command", ".out");
            var err = Files.createTempFile(folder, "command", ".err");
            var arguments = Stream.concat(Stream.of("migrations"), List.of(words).stream());
            var process = RunningShop.process(folder, arguments.toArray(String[]::new))
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
            return new Running(process, out, err);
        }

        void awaitSaid(String text) throws IOException, InterruptedException {
            while (process.isAlive() && !Files.readString(out).contains(text)) {
                Thread.sleep(50);
            }
        }

        ShopCommand end() throws IOException, InterruptedException {
            if (!process.waitFor(2, TimeUnit.MINUTES)) {
                process.destroyForcibly().waitFor();
                throw new AssertionError("did not end\n" + Files.readString(err));
            }
            return new ShopCommand(process.exitValue(), Files.readString(out), Files.readString(err));
        }
    }
}

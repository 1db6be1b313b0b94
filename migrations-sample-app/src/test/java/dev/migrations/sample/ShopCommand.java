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
        var out = Files.createTempFile(folder, "command", ".out");
        var err = Files.createTempFile(folder, "command", ".err");
        var arguments = Stream.concat(Stream.of("migrations"), List.of(words).stream());
        var process = RunningShop.process(folder, arguments.toArray(String[]::new))
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        if (!process.waitFor(2, TimeUnit.MINUTES)) {
            process.destroyForcibly().waitFor();
            throw new AssertionError("did not end\n" + Files.readString(err));
        }
        return new ShopCommand(process.exitValue(), Files.readString(out), Files.readString(err));
    }
}

package dev.migrations.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the corpus says of squawk, asked of squawk itself, where it is on the path. */
class SquawkTest {

    private static final Pattern RULE = Pattern.compile("\"rule_name\":\\s*\"([a-z-]+)\"");

    @BeforeAll
    static void needs_the_release_that_the_corpus_is_about() throws Exception {
        assumeTrue(version().contains(" 2.66."), "squawk 2.66 is not on the path");
    }

    @ParameterizedTest
    @MethodSource("dev.migrations.lint.CorpusCase#all")
    void the_corpus_is_true(CorpusCase script) throws Exception {
        assertThat(squawk(script)).as(script.sql()).isEqualTo(script.expected());
    }

    private static Set<String> squawk(CorpusCase script) throws Exception {
        var process = new ProcessBuilder("squawk", "--reporter", "json", "--pg-version", script.server())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (var in = process.getOutputStream()) {
            in.write((script.sql() + "\n").getBytes(StandardCharsets.UTF_8));
        }
        var codes = new TreeSet<String>();
        var matcher = RULE.matcher(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        while (matcher.find()) {
            codes.add(matcher.group(1));
        }
        process.waitFor();
        return codes;
    }

    private static String version() throws InterruptedException {
        try {
            var process = new ProcessBuilder("squawk", "--version").start();
            var version = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor();
            return version;
        } catch (IOException e) {
            return "";
        }
    }
}

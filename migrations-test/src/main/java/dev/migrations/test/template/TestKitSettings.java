package dev.migrations.test.template;

import dev.migrations.database.CopyStrategy;
import java.util.Arrays;
import java.util.Locale;

/**
 * What system properties say.
 *
 * @param ahead    {@code migrations.test.ahead}: how many copies of each template are made before a test asks
 * @param keep     {@code migrations.test.keep}: how many databases of failed tests are kept on a server
 * @param strategy {@code migrations.test.strategy}: {@code file_copy} or {@code wal_log}
 */
record TestKitSettings(int ahead, int keep, CopyStrategy strategy) {

    static TestKitSettings ofThisJvm() {
        return new TestKitSettings(
                number("migrations.test.ahead", 2),
                number("migrations.test.keep", 5),
                strategy(System.getProperty("migrations.test.strategy", "file_copy")));
    }

    private static int number(String property, int otherwise) {
        var value = System.getProperty(property, Integer.toString(otherwise)).strip();
        if (!value.matches("[0-9]{1,4}")) {
            throw new IllegalArgumentException(property + " is a number from 0 to 9999, not \"" + value + "\"");
        }
        return Integer.parseInt(value);
    }

    private static CopyStrategy strategy(String value) {
        return Arrays.stream(CopyStrategy.values())
                .filter(strategy -> strategy.name().toLowerCase(Locale.ROOT).equals(value.strip()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "migrations.test.strategy is file_copy or wal_log, not \"" + value + "\""));
    }
}

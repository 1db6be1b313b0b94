package dev.migrations.cli.command;

import picocli.CommandLine.Option;

/** The option that stands for an answer. */
final class Consent {

    @Option(
            names = {"-y", "--yes"},
            description = "Do it without asking.")
    private boolean given;

    boolean isGiven() {
        return given;
    }
}

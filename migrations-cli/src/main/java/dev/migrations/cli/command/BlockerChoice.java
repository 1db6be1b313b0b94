package dev.migrations.cli.command;

import dev.migrations.migration.CancelBlockers;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The words of {@code cancel-blockers}, as {@code migration.yaml} has them. */
final class BlockerChoice implements ITypeConverter<CancelBlockers> {

    @Override
    public CancelBlockers convert(String word) {
        return switch (word) {
            case "none" -> CancelBlockers.NONE;
            case "idle-in-transaction" -> CancelBlockers.IDLE_IN_TRANSACTION;
            default -> throw new TypeConversionException("expected none or idle-in-transaction, not '" + word + "'");
        };
    }
}

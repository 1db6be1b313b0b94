package dev.migrations.database;

import java.util.Optional;

/** The version of this library, from its jar's manifest. */
final class ToolVersion {

    /** {@code development} where the classes do not come from a jar. */
    static final String CURRENT = Optional.ofNullable(
                    ToolVersion.class.getPackage().getImplementationVersion())
            .orElse("development");

    private ToolVersion() {}
}

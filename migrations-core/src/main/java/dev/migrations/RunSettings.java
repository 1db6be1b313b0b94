package dev.migrations;

import dev.migrations.lint.LintMode;
import java.time.Duration;

/**
 * What whoever runs migrations has chosen for every run; what a folder chooses is in its {@code migration.yaml}.
 *
 * @param lockPatience how long to wait for another runner
 * @param listener     who watches
 * @param cancellation who may end a run before its time
 * @param lint         what findings on scripts that are about to run do to the run
 * @param fingerprint  whether a run may leave one, where its folder wants it
 */
record RunSettings(
        Duration lockPatience,
        MigrationListener listener,
        Cancellation cancellation,
        LintMode lint,
        boolean fingerprint) {}

package dev.migrations;

import dev.migrations.database.ConnectionSource;
import dev.migrations.migration.Migration;
import dev.migrations.migration.MigrationFolder;
import dev.migrations.scratch.AfterUse;
import dev.migrations.scratch.ScratchDatabase;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Hands out scratch databases at the place where a version begins.
 *
 * <p>The first is brought there itself. Those that follow, because a version has spoilt the one before, are copies of a
 * template that goes up only: so each version is applied to it once, however many are flawed. A database that somebody has
 * named cannot be copied, and is emptied and brought there anew.
 */
final class Ground implements AutoCloseable {

    private static final String PURPOSE = "verify";

    private final MigrationFolder folder;
    private final ConnectionSource target;
    private final Cancellation cancellation;
    private final VerifyRequest request;
    private final List<Migration> migrations;
    private final Seeds seeds;
    private boolean used;
    private @Nullable ScratchDatabase template;

    Ground(
            MigrationFolder folder,
            ConnectionSource target,
            Cancellation cancellation,
            VerifyRequest request,
            List<Migration> migrations,
            Seeds seeds) {
        this.folder = folder;
        this.target = target;
        this.cancellation = cancellation;
        this.request = request;
        this.migrations = migrations;
        this.seeds = seeds;
    }

    /** A database on which all below this place is applied. */
    Footing at(int index) throws MigrationRunner.Stopped {
        if (request.scratch() != null) {
            return brought(ScratchDatabase.named(request.scratch(), target, PURPOSE, request.afterUse()), index);
        }
        if (!used) {
            used = true;
            return brought(ScratchDatabase.beside(target, PURPOSE, request.afterUse()), index);
        }
        var copied = template(index);
        return Footing.on(
                ScratchDatabase.copyOf(copied.name(), target, PURPOSE, request.afterUse()), folder, cancellation);
    }

    private ScratchDatabase template(int index) throws MigrationRunner.Stopped {
        if (template == null) {
            template = ScratchDatabase.beside(target, PURPOSE, AfterUse.REMOVE);
        }
        var footing = Footing.on(template, folder, cancellation);
        try {
            bring(footing, index);
        } finally {
            footing.disconnect();
        }
        return template;
    }

    private Footing brought(ScratchDatabase scratch, int index) throws MigrationRunner.Stopped {
        var footing = Footing.on(scratch, folder, cancellation);
        try {
            bring(footing, index);
            return footing;
        } catch (MigrationRunner.Stopped | RuntimeException e) {
            footing.close();
            throw e;
        }
    }

    private void bring(Footing footing, int index) throws MigrationRunner.Stopped {
        for (var below : seeds.stopsBelow(index)) {
            footing.up(migrations.subList(0, below), List.of());
            footing.up(migrations.subList(0, below), seeds.before(below));
        }
        footing.up(migrations.subList(0, index), List.of());
    }

    @Override
    public void close() {
        if (template != null) {
            template.close();
        }
    }
}

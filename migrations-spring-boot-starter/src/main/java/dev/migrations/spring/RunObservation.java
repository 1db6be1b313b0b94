package dev.migrations.spring;

import dev.migrations.MigrationListener;
import dev.migrations.MigrationResult;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One run as an observation {@code migrations.run}, and each script in it as a {@code migrations.script}: timers and spans,
 * where the application's registry makes them. Both have the folder, the database and, by Micrometer, the error.
 */
final class RunObservation implements MigrationListener {

    private final ObservationRegistry registry;
    private final Observation run;
    private final Map<String, Observation> scripts = new LinkedHashMap<>();

    private RunObservation(ObservationRegistry registry, Observation run) {
        this.registry = registry;
        this.run = run;
    }

    static RunObservation start(ObservationRegistry registry, String folder, String database) {
        var run = Observation.createNotStarted("migrations.run", registry)
                .lowCardinalityKeyValue("folder", folder)
                .lowCardinalityKeyValue("database", database);
        return new RunObservation(registry, run.start());
    }

    @Override
    public void started(String folder, String database, String script) {
        var observation = Observation.createNotStarted("migrations.script", registry)
                .parentObservation(run)
                .lowCardinalityKeyValue("folder", folder)
                .lowCardinalityKeyValue("database", database)
                .highCardinalityKeyValue("script", script);
        scripts.put(script, observation.start());
    }

    @Override
    public void finished(String folder, String database, MigrationResult result) {
        var observation = scripts.remove(result.script());
        if (observation != null) {
            observation.stop();
        }
    }

    /** What is unfinished now was not kept. */
    void end(@Nullable Throwable failure) {
        scripts.values().forEach(script -> end(script, failure));
        end(run, failure);
    }

    private static void end(Observation observation, @Nullable Throwable failure) {
        if (failure != null) {
            observation.error(failure);
        }
        observation.stop();
    }
}

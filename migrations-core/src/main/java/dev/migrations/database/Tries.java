package dev.migrations.database;

import java.util.function.Consumer;

/** How often a piece of work is tried that may not get its locks. */
interface Tries {

    /**
     * Does it.
     *
     * @param script that it is a part of
     * @param limits of all tries together
     * @param work   is given the limits of one try; when it fails, nothing of it may be left
     */
    void run(String script, Limits limits, Consumer<Limits> work);
}

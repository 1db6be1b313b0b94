package dev.migrations.test.server;

import java.util.Map;

/** Settings of a server whose data nobody misses when the machine loses power; only for those that we start. */
final class ServerTuning {

    static final Map<String, String> SETTINGS = Map.of(
            "fsync", "off",
            "synchronous_commit", "off",
            "full_page_writes", "off",
            // as many as tests that run side by side may want
            "max_connections", "300");

    private ServerTuning() {}
}

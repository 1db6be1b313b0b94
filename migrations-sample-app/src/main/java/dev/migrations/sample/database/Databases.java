package dev.migrations.sample.database;

import java.util.List;

/** The names of the shop's databases: of their beans, of their pools, and in each folder's {@code migration.yaml}. */
public final class Databases {

    /** Customers and products. */
    public static final String CORE = "db_core";
    /** Orders and their lines. */
    public static final String ORDERS = "db_orders";
    /** Sales figures. */
    public static final String ANALYTICS = "db_analytics";
    /** Double-entry bookkeeping, not yet in use. */
    public static final String LEDGER = "db_ledger";

    /** All of them. */
    public static final List<String> ALL = List.of(CORE, ORDERS, ANALYTICS, LEDGER);

    private Databases() {}
}

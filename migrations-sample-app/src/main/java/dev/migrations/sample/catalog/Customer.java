package dev.migrations.sample.catalog;

import java.time.Instant;

/** Someone who has signed up. */
record Customer(long id, String email, String name, Instant createdAt) {}

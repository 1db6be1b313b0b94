package dev.migrations.test.template;

/** How long a test's database lives. */
public enum Lifecycle {
    /** Each test method has a database of its own. */
    PER_METHOD,
    /** The methods of a class share one, nested classes included. */
    PER_CLASS
}

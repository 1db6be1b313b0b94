package dev.migrations.cli.output;

/** Whether a difference is shown as DDL as well. */
public enum DdlChoice {
    WITHOUT,
    WITH
}

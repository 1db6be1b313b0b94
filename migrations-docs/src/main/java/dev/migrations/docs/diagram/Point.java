package dev.migrations.docs.diagram;

/** A place in a picture, from its upper left corner; in pixels. */
public record Point(double x, double y) {}

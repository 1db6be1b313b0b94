package dev.migrations.test.template;

/**
 * Which template it is.
 *
 * @param name   of its database: the same for the same content on the same server
 * @param origin the same for all contents that one folder had in the course of time
 * @param label  for a person
 */
record TemplateKey(String name, String origin, String label) {}

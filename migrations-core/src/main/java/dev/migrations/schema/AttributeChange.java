package dev.migrations.schema;

import java.util.List;

/**
 * One attribute that two snapshots have differently.
 *
 * @param attribute which one
 * @param from      its values before; none where nothing was said of it
 * @param to        its values after
 */
public record AttributeChange(Attribute attribute, List<String> from, List<String> to) {}

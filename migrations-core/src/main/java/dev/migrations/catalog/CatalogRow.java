package dev.migrations.catalog;

import dev.migrations.schema.Attribute;
import dev.migrations.schema.ObjectName;
import java.util.List;
import java.util.Map;

/** One answer of a {@link CatalogQuery}: an object without its parts, or a part. */
record CatalogRow(ObjectName name, Map<Attribute, List<String>> attributes) {}

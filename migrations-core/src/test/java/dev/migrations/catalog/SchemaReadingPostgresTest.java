package dev.migrations.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrations.schema.Attribute;
import dev.migrations.schema.ObjectKind;
import dev.migrations.schema.ObjectName;
import dev.migrations.testing.PostgresExtension;
import dev.migrations.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresExtension.class)
class SchemaReadingPostgresTest {

    @Test
    void an_empty_database_has_the_schema_public(TestDatabase database) {
        assertThat(SchemaReading.read(database.source()).objects())
                .extracting(object -> object.name().toString())
                .containsExactly("schema public");
    }

    @Test
    void what_is_not_as_by_default_is_said(TestDatabase database) {
        database.execute(
                "create table orders (id bigint generated always as identity (start 10) primary key, note text)",
                "grant select on orders to public",
                "comment on column orders.note is 'of the customer'");
        var orders = SchemaReading.read(database.source()).objects().stream()
                .filter(object -> object.name().equals(ObjectName.in("public", ObjectKind.TABLE, "orders")))
                .findFirst()
                .orElseThrow();
        assertThat(orders.values(Attribute.GRANTS)).containsExactly("public: select");
        var columns = orders.parts(ObjectKind.COLUMN);
        assertThat(columns.get(0).values(Attribute.IDENTITY)).containsExactly("always");
        assertThat(columns.get(0).values(Attribute.START)).containsExactly("10");
        assertThat(columns.get(1).values(Attribute.COMMENT)).containsExactly("of the customer");
    }
}

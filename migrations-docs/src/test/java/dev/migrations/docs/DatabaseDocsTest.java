package dev.migrations.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrations.MigratedSchema;
import dev.migrations.docs.folder.DocsFile;
import dev.migrations.docs.testing.CompanySchema;
import dev.migrations.docs.testing.Links;
import dev.migrations.docs.testing.StrangeSchema;
import dev.migrations.schema.SchemaSnapshot;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DatabaseDocsTest {

    @Test
    void the_same_schema_gives_the_same_bytes() {
        assertThat(render(CompanySchema.snapshot())).isEqualTo(render(CompanySchema.snapshot()));
    }

    @Test
    void one_database_has_its_files_side_by_side() {
        assertThat(render(CompanySchema.snapshot()))
                .extracting(DocsFile::path)
                .containsExactly(
                        "README.md",
                        "schema-catalogue.md",
                        "schema-crm.md",
                        "schema-finance.md",
                        "schema-hr.md",
                        "schema-org.md",
                        "schema-projects.md",
                        "schema-public.md",
                        "schema-purchasing.md",
                        "schema-sales.md",
                        "schema-stock.md",
                        "index.html");
    }

    @Test
    void several_databases_have_a_directory_each_below_an_index() {
        var empty = new MigratedSchema(new SchemaSnapshot(180_000, List.of()), List.of());
        var databases = new LinkedHashMap<String, MigratedSchema>();
        databases.put("db_core", empty);
        databases.put("Db_core", empty);
        var files = DatabaseDocs.render(databases, DocsFormat.ALL);
        assertThat(files)
                .extracting(DocsFile::path)
                .containsExactly(
                        "README.md",
                        "index.html",
                        "db_core/README.md",
                        "db_core/index.html",
                        "=44b_core/README.md",
                        "=44b_core/index.html");
        Links.assertResolved(files);
    }

    @Test
    void every_link_leads_somewhere() {
        Links.assertResolved(render(CompanySchema.snapshot()));
        Links.assertResolved(render(StrangeSchema.snapshot()));
    }

    @Test
    void only_the_format_that_is_wanted_is_written() {
        var schema = Map.of("odd", new MigratedSchema(StrangeSchema.snapshot(), List.of()));
        assertThat(DatabaseDocs.render(schema, DocsFormat.HTML))
                .extracting(DocsFile::path)
                .containsExactly("index.html");
        assertThat(DatabaseDocs.render(schema, DocsFormat.MARKDOWN))
                .extracting(DocsFile::path)
                .containsExactly("README.md", "schema-=4fdd=2f=2e=2e.md", "schema-odd=2f=2e=2e.md");
    }

    private static List<DocsFile> render(SchemaSnapshot snapshot) {
        return DatabaseDocs.render(Map.of("company", new MigratedSchema(snapshot, List.of())), DocsFormat.ALL);
    }
}

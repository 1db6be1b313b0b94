package dev.migrations.docs.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrations.docs.origin.Origins;
import dev.migrations.docs.reference.DatabaseReference;
import dev.migrations.docs.testing.CompanySchema;
import dev.migrations.docs.testing.StrangeSchema;
import dev.migrations.testing.Snapshot;
import org.junit.jupiter.api.Test;

class MarkdownPagesTest {

    @Test
    void a_page_tells_of_each_table_of_a_schema() {
        var pages = MarkdownPages.render(DatabaseReference.of("company", CompanySchema.snapshot(), Origins.unknown()));
        Snapshot.assertMatches("markdown/README.md", pages.getOrDefault("README.md", ""));
        Snapshot.assertMatches("markdown/schema-projects.md", pages.getOrDefault("schema-projects.md", ""));
    }

    @Test
    void every_row_of_a_table_has_as_many_cells_as_its_head() {
        var pages = MarkdownPages.render(DatabaseReference.of("odd", StrangeSchema.snapshot(), Origins.unknown()));
        var rows = pages.getOrDefault("schema-odd=2f=2e=2e.md", "")
                .lines()
                .filter(line -> line.startsWith("| "))
                .toList();
        assertThat(rows).hasSize(2).allSatisfy(row -> assertThat(row.split("(?<!\\\\)\\|", -1))
                .hasSize(8));
    }
}

package dev.migrations.docs.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrations.docs.origin.Origins;
import dev.migrations.docs.reference.DatabaseReference;
import dev.migrations.docs.testing.CompanySchema;
import dev.migrations.docs.testing.StrangeSchema;
import dev.migrations.schema.SchemaSnapshot;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class HtmlPageTest {

    private static String company;

    @BeforeAll
    static void render() {
        company = page(DatabaseReference.of("company", CompanySchema.snapshot(), Origins.unknown()));
    }

    @Test
    void names_and_comments_never_become_elements() {
        var page = page(DatabaseReference.of(StrangeSchema.NAME, StrangeSchema.snapshot(), Origins.unknown()));
        assertThat(page)
                .doesNotContain("<script>alert")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                .contains("{{mustache}}");
        assertThat(count(page, "<script")).isEqualTo(count(company, "<script")).isEqualTo(1);
        assertThat(count(page, "<b>bold")).isZero();
        assertThat(count(page, "<img")).isZero();
    }

    @Test
    void an_id_is_given_once() {
        var ids = Pattern.compile("\\sid=\"([^\"]*)\"")
                .matcher(company)
                .results()
                .map(match -> match.group(1))
                .toList();
        assertThat(ids).hasSizeGreaterThan(500).doesNotHaveDuplicates();
    }

    @Test
    void nothing_is_loaded_from_anywhere() {
        assertThat(company)
                .contains("default-src 'none'")
                .doesNotContain("http://", "https://", "src=\"", "url(", "@import", " style=\"", " onclick=");
    }

    @Test
    void the_policy_names_the_style_sheet_and_the_script_that_are_there() {
        assertThat(company)
                .contains("style-src '" + ContentHash.of(between(company, "<style>", "</style>")))
                .contains("script-src '" + ContentHash.of(between(company, "<script>", "</script>")));
    }

    @Test
    void a_database_without_tables_is_a_page_without_pictures() {
        var empty = new SchemaSnapshot(180_000, List.of());
        assertThat(page(DatabaseReference.of("empty", empty, Origins.unknown())))
                .contains("0 tables, 0 foreign keys, PostgreSQL 18")
                .doesNotContain("<figure");
    }

    private static String page(DatabaseReference database) {
        return HtmlPage.render(database, "<!-- mark -->");
    }

    private static int count(String text, String part) {
        return text.split(Pattern.quote(part), -1).length - 1;
    }

    private static String between(String text, String start, String end) {
        var from = text.indexOf(start) + start.length();
        return text.substring(from, text.indexOf(end, from));
    }
}

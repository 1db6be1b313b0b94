package dev.migrations.docs.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MarkdownTextTest {

    @Test
    void running_text_means_nothing_to_markdown() {
        assertThat(MarkdownText.text("a|b *c* _d_ `e` <f> [g](h) #i \\j"))
                .isEqualTo("a\\|b \\*c\\* \\_d\\_ \\`e\\` \\<f\\> \\[g\\](h) \\#i \\\\j");
    }

    @Test
    void lines_of_a_text_stay_in_one_line_of_the_page() {
        assertThat(MarkdownText.text("one\ntwo\r\nthree")).isEqualTo("one<br>two<br>three");
    }

    @Test
    void a_text_does_not_begin_a_list() {
        assertThat(MarkdownText.text("- one")).isEqualTo("\\- one");
        assertThat(MarkdownText.text("+ one")).isEqualTo("\\+ one");
        assertThat(MarkdownText.text("1. one")).isEqualTo("1\\. one");
        assertThat(MarkdownText.text("2) one")).isEqualTo("2\\) one");
    }

    @Test
    void code_is_in_backticks_where_it_can() {
        assertThat(MarkdownText.code("numeric(12,2)")).isEqualTo("`numeric(12,2)`");
        assertThat(MarkdownText.code("")).isEmpty();
    }

    @Test
    void code_with_what_ends_a_cell_or_a_line_is_an_element() {
        assertThat(MarkdownText.code("a || '`'")).isEqualTo("<code>a &#124;&#124; '&#96;'</code>");
        assertThat(MarkdownText.code("a\nb*")).isEqualTo("<code>a<br>b&#42;</code>");
    }

    @Test
    void a_block_has_fences_longer_than_its_own() {
        assertThat(MarkdownText.block("select '```'")).isEqualTo("````sql\nselect '```'\n````");
    }
}

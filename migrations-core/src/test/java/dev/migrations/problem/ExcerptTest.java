package dev.migrations.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExcerptTest {

    @Test
    void the_caret_stands_under_the_column() {
        assertThat(new Excerpt(40, 8, "create tabel orders (").render())
                .isEqualTo(" 40 | create tabel orders (\n    |        ^");
    }

    @Test
    void tabs_wide_characters_and_combining_marks_do_not_move_it() {
        assertThat(new Excerpt(1, 3, "\tx y").render()).isEqualTo(" 1 | \tx y\n   | \t ^");
        assertThat(new Excerpt(1, 3, "日本x").render()).isEqualTo(" 1 | 日本x\n   |     ^");
        assertThat(new Excerpt(1, 3, "e\u0301x").render()).isEqualTo(" 1 | e\u0301x\n   |  ^");
    }

    @Test
    void a_long_line_is_cut_around_the_column() {
        var line = "a".repeat(300) + "X" + "b".repeat(300);
        var rendered = new Excerpt(7, 301, line).render().lines().toList();
        assertThat(rendered.get(0)).startsWith(" 7 | …a").endsWith("b…").hasSizeLessThan(110);
        assertThat(rendered.get(0).charAt(rendered.get(1).indexOf('^'))).isEqualTo('X');
    }
}

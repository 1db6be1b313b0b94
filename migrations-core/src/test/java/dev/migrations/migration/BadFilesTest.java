package dev.migrations.migration;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BadFilesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "conflict",
                "duplicate",
                "down_without_up",
                "off_grammar",
                "eighteen_digits",
                "require_down",
                "root_sql_beside_folders",
                "settings_name",
                "settings_of_two_folders",
                "settings_unknown_key",
                "settings_wrong_type",
                "settings_bad_value",
                "settings_hidden_timeout",
                "settings_long_name",
                "settings_lint",
                "settings_malformed",
                "settings_tab",
                "settings_alias_bomb",
                "settings_deep_nesting",
                "settings_two_documents",
                "settings_list",
                "settings_word",
                "settings_tag",
                "settings_duplicate_key",
                "settings_not_utf8",
                "settings_unprintable"
            })
    void says_all_that_is_wrong_at_once(String scenario) throws Exception {
        new Fixture(scenario).assertMessage();
    }
}

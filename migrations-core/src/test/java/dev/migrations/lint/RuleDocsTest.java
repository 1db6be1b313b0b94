package dev.migrations.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrations.rule.Finding;
import dev.migrations.rule.LintRule;
import dev.migrations.rule.LintRules;
import dev.migrations.rule.ServerVersion;
import dev.migrations.rule.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RuleDocsTest {

    private static final Pattern SQL = Pattern.compile("(?s)```sql\n(.*?)```");
    private static final Path DOCS = Path.of("../docs/lint");

    static Iterable<String> codes() {
        return LintRules.all().stream().map(LintRule::code).toList();
    }

    @ParameterizedTest
    @MethodSource("codes")
    void each_rule_has_a_page_with_all_its_parts(String code) throws IOException {
        var page = Files.readString(DOCS.resolve(code + ".md"));
        assertThat(page)
                .startsWith("# " + code + "\n")
                .contains("## The problem", "## The lock", "## Since", "## The safe way");
    }

    @ParameterizedTest
    @MethodSource("codes")
    void each_rule_stands_in_the_index(String code) throws IOException {
        assertThat(Files.readString(DOCS.resolve("README.md"))).contains("[" + code + "](" + code + ".md)");
    }

    @ParameterizedTest
    @MethodSource("codes")
    void what_a_page_calls_a_problem_is_found_and_its_safe_way_is_not(String code) throws IOException {
        var parts = Files.readString(DOCS.resolve(code + ".md")).split("## The safe way", -1);
        var problem = sql(parts[0]);
        if (!problem.isEmpty()) {
            assertThat(codes(code, problem.subList(0, 1))).contains(code);
        }
        assertThat(codes(code, sql(parts[1]))).doesNotContain(code);
    }

    private static List<String> sql(String markdown) {
        return SQL.matcher(markdown).results().map(block -> block.group(1)).toList();
    }

    /** Each block is a migration; a rule is asked about the server that it is about. */
    private static List<String> codes(String code, List<String> blocks) {
        var newest =
                LintOptions.DEFAULT.withServer(ServerVersion.parse("19")).withSeverities(Map.of(code, Severity.ERROR));
        return Snippet.lint(newest, blocks).findings().stream()
                .map(Finding::rule)
                .toList();
    }

    @Test
    void there_is_no_page_without_a_rule() throws IOException {
        try (var pages = Files.list(DOCS)) {
            assertThat(pages.map(page -> page.getFileName().toString())
                            .filter(name -> !name.equals("README.md"))
                            .map(name -> name.replace(".md", "")))
                    .isSubsetOf(codes());
        }
    }

    @Test
    void rules_are_listed_by_code_and_once() {
        assertThat(codes()).doesNotHaveDuplicates();
        assertThat(LintRules.all()).extracting(LintRule::code).isSorted();
    }
}

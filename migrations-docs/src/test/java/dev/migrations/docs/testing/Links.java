package dev.migrations.docs.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrations.docs.folder.DocsFile;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The links between the files of a reference. */
public final class Links {

    private static final Pattern HREF = Pattern.compile("href=\"([^\"]*)\"");
    private static final Pattern MARKDOWN = Pattern.compile("(?<!\\\\)\\]\\(([^)]*)\\)");
    private static final Pattern ID = Pattern.compile("\\bid=\"([^\"]*)\"");

    private Links() {}

    /** Each leads to a file, and to a place in it. */
    public static void assertResolved(List<DocsFile> files) {
        var byPath = files.stream().collect(Collectors.toMap(DocsFile::path, Function.identity()));
        for (var file : files) {
            for (var href : found(file.path().endsWith(".md") ? MARKDOWN : HREF, file)) {
                assertThat(isThere(file, href, byPath))
                        .as("%s in %s", href, file.path())
                        .isTrue();
            }
        }
    }

    private static boolean isThere(DocsFile from, String href, Map<String, DocsFile> files) {
        var at = href.indexOf('#');
        var path = at < 0 ? href : href.substring(0, at);
        var target = path.isEmpty()
                ? from
                : files.get(URI.create(from.path()).resolve(path).toString());
        return target != null && (at < 0 || found(ID, target).contains(href.substring(at + 1)));
    }

    private static Set<String> found(Pattern pattern, DocsFile file) {
        var found = new HashSet<String>();
        var matcher = pattern.matcher(file.content());
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }
}

package dev.migrations.script;

import dev.migrations.problem.Problem;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The one pass over a script's bytes that finds its checksum, its directives, its segments and its first defect. */
final class ScriptPass {

    private final ScriptSource source;
    private final LineEndingDigest digest = new LineEndingDigest();
    private List<Segment> segments = List.of();
    private @Nullable Problem defect;

    private ScriptPass(ScriptSource source) {
        this.source = source;
    }

    static SqlScript over(ScriptSource source, StringSyntax plainStrings) {
        return new ScriptPass(source).read(plainStrings);
    }

    private SqlScript read(StringSyntax plainStrings) {
        try (var in = source.open()) {
            var bytes = new ScriptBytes(source.name(), in, digest);
            var directives = new DirectiveReader(bytes);
            cut(new StatementScanner(bytes, plainStrings, directives), directives);
            bytes.drain();
            return new SqlScript(source, digest.finish(), directives.directives(), segments, defect);
        } catch (IOException e) {
            throw ScriptException.unreadable(source.name(), e);
        }
    }

    private void cut(StatementScanner scanner, DirectiveReader directives) {
        var builder = new SegmentBuilder(directives);
        try {
            while (scanner.advance()) {
                new BackfillShape(directives.directives()).accept(scanner);
                builder.add(scanner);
            }
            new BackfillShape(directives.directives()).finish(scanner.index() + 1);
            segments = builder.finish();
        } catch (ScriptException e) {
            if (e.isUnreadable()) {
                throw e;
            }
            defect = e.defect();
        }
    }
}

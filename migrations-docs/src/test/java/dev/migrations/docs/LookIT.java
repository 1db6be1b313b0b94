package dev.migrations.docs;

import dev.migrations.docs.html.HtmlPage;
import dev.migrations.docs.origin.Origins;
import dev.migrations.docs.reference.DatabaseReference;
import dev.migrations.docs.testing.CompanySchema;
import java.nio.file.*;

public class LookIT {
    public static void main(String[] a) throws Exception {
        var s = CompanySchema.snapshot();
        long t = System.nanoTime();
        var html = HtmlPage.render(DatabaseReference.of("company", s, Origins.unknown()), "");
        System.out.println((System.nanoTime() - t) / 1e6 + " ms " + html.length());
        Files.writeString(Path.of(a[0]), html);
    }
}

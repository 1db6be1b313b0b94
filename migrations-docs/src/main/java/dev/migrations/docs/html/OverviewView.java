package dev.migrations.docs.html;

import java.util.List;

/** What the template of the overview is filled with. */
record OverviewView(Assets assets, List<Database> databases) {

    /** A database, and where its page is. */
    record Database(String name, String href) {}
}

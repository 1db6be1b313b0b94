package dev.migrations.spring;

import dev.migrations.spring.database.ApplicationDatabase;

/** What is done to one folder on one database; it tells failures in its answer, and throws none. */
interface FolderWork {

    FolderRun on(AssignedFolder folder, ApplicationDatabase database);
}

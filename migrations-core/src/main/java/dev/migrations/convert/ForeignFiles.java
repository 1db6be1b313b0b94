package dev.migrations.convert;

import java.util.List;

/** How another tool names and writes its files. */
interface ForeignFiles {

    /** Says what becomes of each file. */
    void convert(List<ForeignFile> files, Draft draft);
}

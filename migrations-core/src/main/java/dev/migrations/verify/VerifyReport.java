package dev.migrations.verify;

import java.util.List;
import java.util.stream.Stream;

/**
 * What became of the scripts of one folder.
 *
 * @param folder      the folder's name
 * @param database    the name of the database beside which it was tried, as the caller knows it
 * @param scratch     the name of the last database that it was tried on
 * @param versions    in their order, as far as it got
 * @param repeatables in their order, once every version is applied
 * @param notes       on what may be missing where it was tried
 */
public record VerifyReport(
        String folder,
        String database,
        String scratch,
        List<ScriptCheck> versions,
        List<ScriptCheck> repeatables,
        List<String> notes) {

    public VerifyReport {
        versions = List.copyOf(versions);
        repeatables = List.copyOf(repeatables);
        notes = List.copyOf(notes);
    }

    /** Versions, then repeatables. */
    public List<ScriptCheck> checks() {
        return Stream.concat(versions.stream(), repeatables.stream()).toList();
    }

    /** What is not as it should be. */
    public List<ScriptCheck> flaws(MissingDown missing) {
        return checks().stream()
                .filter(check -> check.verdict() != Verdict.EXACT)
                .filter(check -> missing == MissingDown.REPORTED || check.verdict() != Verdict.NO_DOWN)
                .toList();
    }
}

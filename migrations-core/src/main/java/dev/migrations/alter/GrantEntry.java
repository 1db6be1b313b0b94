package dev.migrations.alter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What one grantee may do, or may not any more, as in {@code app: select with grant option}.
 *
 * @param grantor who granted it; empty where the owner did
 */
record GrantEntry(String grantee, String privilege, boolean revoked, boolean grantable, String grantor) {

    private static final String WITH_GRANT_OPTION = " with grant option";
    private static final String REVOKED = " revoked";

    /** One for each privilege; none where an entry is not understood. */
    static Optional<List<GrantEntry>> parse(List<String> values) {
        var entries = new ArrayList<GrantEntry>();
        for (var value : values) {
            var end = value.indexOf(": ");
            if (end < 0) {
                return Optional.empty();
            }
            for (var text : value.substring(end + 2).split(", ", -1)) {
                entries.add(parse(value.substring(0, end), text));
            }
        }
        return Optional.of(entries);
    }

    private static GrantEntry parse(String grantee, String text) {
        var by = text.indexOf(" by ");
        var grantor = by < 0 ? "" : text.substring(by + 4);
        var privilege = by < 0 ? text : text.substring(0, by);
        var grantable = privilege.endsWith(WITH_GRANT_OPTION);
        var revoked = privilege.endsWith(REVOKED);
        return new GrantEntry(
                grantee, privilege.replace(WITH_GRANT_OPTION, "").replace(REVOKED, ""), revoked, grantable, grantor);
    }

    boolean isOfOwner() {
        return grantor.isEmpty();
    }

    boolean isAbout(GrantEntry other) {
        return grantee.equals(other.grantee) && privilege.equals(other.privilege) && grantor.equals(other.grantor);
    }

    String role() {
        return SqlName.role(grantee);
    }
}

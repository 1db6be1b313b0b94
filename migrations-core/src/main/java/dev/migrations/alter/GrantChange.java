package dev.migrations.alter;

import dev.migrations.schema.AttributeChange;
import dev.migrations.schema.ObjectName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * Says who may do what.
 *
 * @param head   {@code alter default privileges …} where it is about these; else empty
 * @param target what stands behind {@code on}
 * @param column in parentheses behind each privilege, where it is about one; else empty
 */
record GrantChange(String head, String target, String column) {

    private static final String GRANTED_BY_ANOTHER =
            "only the role that granted it can; run it after `set role`, and `reset role` afterwards";

    static GrantChange on(String target) {
        return new GrantChange("", target, "");
    }

    /** Whether the entries were understood. */
    boolean say(AttributeChange change, ObjectName name, Script script) {
        var from = GrantEntry.parse(change.from());
        var to = GrantEntry.parse(change.to());
        if (from.isEmpty() || to.isEmpty()) {
            return false;
        }
        var sentences = new LinkedHashMap<String, List<String>>();
        var gone = minus(from.get(), to.get());
        var added = minus(to.get(), from.get());
        gone.stream().filter(GrantEntry::isOfOwner).forEach(entry -> takeBack(entry, to.get(), from.get(), sentences));
        added.stream().filter(GrantEntry::isOfOwner).forEach(entry -> bring(entry, sentences));
        sentences.forEach((frame, privileges) ->
                script.say(Phase.CHANGE, name, frame.replace("\0", String.join(", ", privileges))));
        var leftByOthers = gone.stream().filter(entry -> !entry.isOfOwner()).anyMatch(entry -> gone.stream()
                .noneMatch(other -> other.isOfOwner() && other.grantee().equals(entry.grantor())));
        if (leftByOthers || added.stream().anyMatch(entry -> !entry.isOfOwner())) {
            script.cannot(name, change, GRANTED_BY_ANOTHER);
        }
        return true;
    }

    private void takeBack(
            GrantEntry entry,
            List<GrantEntry> to,
            List<GrantEntry> from,
            LinkedHashMap<String, List<String>> sentences) {
        var next = to.stream().filter(entry::isAbout).findFirst();
        if (entry.revoked()) {
            if (next.isEmpty()) {
                grant(entry, "", sentences);
            }
        } else if (next.isEmpty()) {
            var cascade = from.stream().anyMatch(other -> other.grantor().equals(entry.grantee()));
            revoke(entry, "", cascade ? " cascade" : "", sentences);
        } else if (entry.grantable() && !next.get().revoked()) {
            revoke(entry, "grant option for ", "", sentences);
        }
    }

    private void bring(GrantEntry entry, LinkedHashMap<String, List<String>> sentences) {
        if (entry.revoked()) {
            revoke(entry, "", "", sentences);
        } else {
            grant(entry, entry.grantable() ? " with grant option" : "", sentences);
        }
    }

    private void grant(GrantEntry entry, String option, LinkedHashMap<String, List<String>> sentences) {
        add(head + "grant \0 on " + target + " to " + entry.role() + option, entry, sentences);
    }

    private void revoke(GrantEntry entry, String what, String how, LinkedHashMap<String, List<String>> sentences) {
        add(head + "revoke " + what + "\0 on " + target + " from " + entry.role() + how, entry, sentences);
    }

    private void add(String frame, GrantEntry entry, LinkedHashMap<String, List<String>> sentences) {
        sentences.computeIfAbsent(frame, each -> new ArrayList<>()).add(entry.privilege() + column);
    }

    private static List<GrantEntry> minus(List<GrantEntry> some, List<GrantEntry> others) {
        return some.stream().filter(entry -> !others.contains(entry)).toList();
    }
}

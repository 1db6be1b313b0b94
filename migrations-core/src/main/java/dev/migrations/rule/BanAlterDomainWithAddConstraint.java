package dev.migrations.rule;

import dev.migrations.ddl.Constraint;
import dev.migrations.ddl.Constraint.Kind;
import dev.migrations.ddl.Constraint.Validity;
import dev.migrations.ddl.DdlStatement;
import dev.migrations.ddl.DomainChange;
import dev.migrations.ddl.Place;
import dev.migrations.script.Identifier;
import dev.migrations.script.QualifiedName;
import java.util.List;

/** A constraint that a domain gets is checked under SHARE on every table with a column of it; so is VALIDATE before 18 (validateDomainCheckConstraint in typecmds.c). */
final class BanAlterDomainWithAddConstraint implements LintRule {

    @Override
    public String code() {
        return "ban-alter-domain-with-add-constraint";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    private static final String SCANS =
            "%s reads every table with a column of %s, in one transaction, while writes to all of them are blocked";

    @Override
    public List<Finding> check(DdlStatement statement, Surroundings around) {
        if (!(statement instanceof DomainChange change) || around.isCold(change.domain())) {
            return List.of();
        }
        var domain = change.domain();
        if (change instanceof DomainChange.AddConstraint add && add.constraint().validity() == Validity.VALID) {
            return List.of(added(domain, add.place(), add.constraint(), around.server()));
        }
        if (change instanceof DomainChange.SetNotNull set) {
            return List.of(notNull(domain, set.place(), "SET NOT NULL", around.server()));
        }
        if (change instanceof DomainChange.ValidateConstraint validate
                && !around.server().isAtLeast(18)) {
            return List.of(validated(validate));
        }
        return List.of();
    }

    private Finding added(QualifiedName domain, Place place, Constraint constraint, ServerVersion server) {
        if (constraint.kind() == Kind.NOT_NULL) {
            return notNull(domain, place, "adding NOT NULL", server);
        }
        var name = ConstraintNames.of(domain, constraint);
        return notValid(domain, place, "adding " + name, name, constraint.definition(), server);
    }

    private Finding notNull(QualifiedName domain, Place place, String action, ServerVersion server) {
        var name = new Identifier(domain.name() + "_not_null");
        return notValid(domain, place, action, name, "check (value is not null)", server);
    }

    private Finding notValid(
            QualifiedName domain,
            Place place,
            String action,
            Identifier name,
            String definition,
            ServerVersion server) {
        var message = SCANS.formatted(action, domain);
        var add = "alter domain %s add constraint %s %s not valid;".formatted(domain, name, definition);
        return server.isAtLeast(18)
                ? finding(
                        place,
                        message,
                        "add it NOT VALID, which takes an instant, and validate it in the next migration, with writes going on",
                        add,
                        "alter domain %s validate constraint %s;".formatted(domain, name))
                : finding(
                        place,
                        message,
                        "add it NOT VALID, which takes an instant and holds for all that is written from then on; leave the proof for the old rows to checks of the tables, for before PostgreSQL 18 VALIDATE blocks writes as well",
                        add);
    }

    private Finding validated(DomainChange.ValidateConstraint validate) {
        var domain = validate.domain();
        var name = validate.constraint();
        return finding(
                validate.place(),
                SCANS.formatted("validating " + name + " before PostgreSQL 18", domain),
                "leave it NOT VALID, which holds for all that is written, and prove the old rows by checks of the tables; or say why it may block writes",
                """
                -- migrations: lint-ignore=ban-alter-domain-with-add-constraint because the tables with a column of %s are small
                alter domain %s validate constraint %s;""".formatted(domain, domain, name));
    }
}

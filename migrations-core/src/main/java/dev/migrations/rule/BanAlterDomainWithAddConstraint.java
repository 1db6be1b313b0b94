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

/**
 * A constraint that a domain gets is checked under SHARE on every table with a column of it, and so is one that is validated
 * later (validateDomainCheckConstraint in typecmds.c; so seen on PostgreSQL 14, 15 and 18).
 */
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
            return List.of(added(domain, add.place(), add.constraint()));
        }
        if (change instanceof DomainChange.SetNotNull set) {
            return List.of(notNull(domain, set.place(), "SET NOT NULL"));
        }
        if (change instanceof DomainChange.ValidateConstraint validate) {
            return List.of(validated(validate));
        }
        return List.of();
    }

    private Finding added(QualifiedName domain, Place place, Constraint constraint) {
        if (constraint.kind() == Kind.NOT_NULL) {
            return notNull(domain, place, "adding NOT NULL");
        }
        var name = ConstraintNames.of(domain, constraint);
        return notValid(domain, place, "adding " + name, name, constraint.definition());
    }

    private Finding notNull(QualifiedName domain, Place place, String action) {
        var name = new Identifier(domain.name() + "_not_null");
        return notValid(domain, place, action, name, "check (value is not null)");
    }

    private Finding notValid(QualifiedName domain, Place place, String action, Identifier name, String definition) {
        return finding(
                place,
                SCANS.formatted(action, domain),
                "add it NOT VALID, which takes an instant and holds for all that is written from then on; prove the old rows by checks of the tables, for to validate it blocks writes as well",
                "alter domain %s add constraint %s %s not valid;".formatted(domain, name, definition));
    }

    private Finding validated(DomainChange.ValidateConstraint validate) {
        var domain = validate.domain();
        var name = validate.constraint();
        return finding(
                validate.place(),
                SCANS.formatted("validating " + name, domain),
                "leave it NOT VALID, which holds for all that is written, and prove the old rows by checks of the tables; or say why it may block writes",
                """
                -- migrations: lint-ignore=ban-alter-domain-with-add-constraint because the tables with a column of %s are small
                alter domain %s validate constraint %s;""".formatted(domain, domain, name));
    }
}

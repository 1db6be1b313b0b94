package dev.migrations.rule;

import dev.migrations.ddl.Constraint;
import dev.migrations.ddl.Constraint.Kind;
import dev.migrations.ddl.DdlStatement;
import dev.migrations.ddl.DdlStatement.CreateDomain;
import java.util.List;

/** Whatever changes a domain's constraint later checks every table that has a column of it, at once (validateDomainCheckConstraint in typecmds.c). */
final class BanCreateDomainWithConstraint implements LintRule {

    @Override
    public String code() {
        return "ban-create-domain-with-constraint";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public List<Finding> check(DdlStatement statement, Surroundings around) {
        if (!(statement instanceof CreateDomain domain) || domain.constraints().isEmpty()) {
            return List.of();
        }
        return List.of(finding(
                domain.place(),
                "the domain %s demands %s: to demand anything else later reads every table with a column of it, in one transaction, while writes to all of them are blocked"
                        .formatted(domain.name(), demand(domain.constraints().get(0))),
                "leave the constraint to the tables, each of which can have it NOT VALID first and be validated by itself: alter table … add constraint … check (…) not valid",
                "create domain %s as %s;".formatted(domain.name(), domain.type())));
    }

    private static String demand(Constraint constraint) {
        return constraint.kind() == Kind.NOT_NULL ? "NOT NULL" : constraint.definition();
    }
}

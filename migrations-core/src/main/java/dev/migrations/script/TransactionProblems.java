package dev.migrations.script;

import dev.migrations.problem.Problem;

/** What can be wrong with a script's own transactions, in words. */
final class TransactionProblems {

    private TransactionProblems() {}

    static Problem nestedBegin() {
        return Problem.of(
                "nested-begin",
                "a transaction is open here already, and PostgreSQL has no transactions inside transactions",
                "remove this BEGIN, or write COMMIT in front of it; SAVEPOINT marks a point to go back to");
    }

    static Problem beginWithoutTransaction() {
        return Problem.of(
                "begin-without-transaction",
                "the script says transaction=none, and opens a transaction here",
                "remove BEGIN and its COMMIT, or the directive -- migrations: transaction=none");
    }

    static Problem commitWithoutBegin(String keywords) {
        return Problem.of(
                "commit-without-begin",
                "this " + keywords + " has no BEGIN: no transaction of the script's own is open here",
                "remove it, or write BEGIN in front of the first statement that belongs to it");
    }

    static Problem beginWithoutCommit() {
        return Problem.of(
                "begin-without-commit",
                "the transaction that opens here is never committed",
                "write COMMIT behind its last statement, or remove BEGIN: a script runs in a transaction anyway");
    }

    static Problem rollback(String keywords) {
        if (keywords.equals("PREPARE TRANSACTION")) {
            return Problem.of(
                    "rollback-in-script",
                    "PREPARE TRANSACTION leaves the end of the transaction to somebody else, and the history cannot wait for it",
                    "write COMMIT instead");
        }
        return Problem.of(
                "rollback-in-script",
                keywords + " takes back what the history would say is done",
                "remove it: a script that fails is rolled back anyway; ROLLBACK TO SAVEPOINT is allowed");
    }

    static Problem standsAloneInTransaction(String keywords) {
        return Problem.of(
                "stands-alone-in-transaction",
                keywords + " cannot run inside a transaction, and BEGIN … COMMIT surrounds it here",
                "write COMMIT in front of it and BEGIN behind it, or remove both: the script is then cut in the right places");
    }
}

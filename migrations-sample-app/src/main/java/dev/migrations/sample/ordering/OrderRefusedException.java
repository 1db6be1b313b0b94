package dev.migrations.sample.ordering;

import java.util.Collection;
import java.util.TreeSet;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** The order names something that the shop does not know. */
final class OrderRefusedException extends ErrorResponseException {

    private OrderRefusedException(String detail) {
        super(HttpStatus.BAD_REQUEST, ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, detail), null);
    }

    static OrderRefusedException unknownCustomer(long id) {
        return new OrderRefusedException("There is no customer " + id + ".");
    }

    static OrderRefusedException notSold(Collection<String> skus) {
        return new OrderRefusedException("Not sold here: " + String.join(", ", new TreeSet<>(skus)) + ".");
    }
}

package dev.migrations.sample.ordering;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.support.SqlArrayValue;

/** The lines of a new order as one array for each column, so that they travel as the values of one statement. */
record OrderLines(List<OrderLine> lines) {

    SqlArrayValue skus() {
        return array("text", lines.stream().map(OrderLine::sku));
    }

    SqlArrayValue quantities() {
        return array("integer", lines.stream().map(OrderLine::quantity));
    }

    SqlArrayValue unitPrices() {
        return array("numeric", lines.stream().map(OrderLine::unitPrice));
    }

    private static SqlArrayValue array(String type, Stream<?> values) {
        return new SqlArrayValue(type, values.toArray());
    }
}

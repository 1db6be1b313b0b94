package dev.migrations.docs.html;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Places in a picture as text, to a tenth of a pixel. */
final class Pixels {

    private Pixels() {}

    static String text(double pixels) {
        var rounded =
                BigDecimal.valueOf(pixels).setScale(1, RoundingMode.HALF_UP).stripTrailingZeros();
        return rounded.toPlainString();
    }
}

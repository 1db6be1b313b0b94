package dev.migrations.migration;

import java.util.Comparator;
import java.util.regex.Pattern;

/** Names with a number in front come first and by that number, so that {@code 2_a} runs before {@code 10_b}. */
final class FolderOrder implements Comparator<String> {

    private static final Pattern NUMBER = Pattern.compile("^0*([0-9]*)");

    @Override
    public int compare(String left, String right) {
        return Comparator.comparing((String name) -> !startsWithDigit(name))
                // of two numbers without zeros in front, the longer is the higher
                .thenComparing(name -> number(name).length())
                .thenComparing(FolderOrder::number)
                .thenComparing(Comparator.naturalOrder())
                .compare(left, right);
    }

    private static boolean startsWithDigit(String name) {
        return !name.isEmpty() && name.charAt(0) >= '0' && name.charAt(0) <= '9';
    }

    private static String number(String name) {
        var number = NUMBER.matcher(name);
        return number.find() ? String.valueOf(number.group(1)) : "";
    }
}

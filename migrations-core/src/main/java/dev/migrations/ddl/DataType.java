package dev.migrations.ddl;

import java.util.List;

/**
 * A type as a column has it.
 *
 * @param name      PostgreSQL's own short name, whatever alias was written: {@code int4} for {@code integer}, {@code varchar}
 *                  for {@code character varying}, {@code timestamptz}; {@code int4} too for {@code serial}; another type's name
 *                  in SQL, with its schema where one is written
 * @param modifiers what stands in parentheses: {@code 10} and {@code 2} in {@code numeric(10,2)}
 * @param isArray   whether it is an array of that
 * @param isSerial  whether it is written as {@code serial}, {@code bigserial} or {@code smallserial}
 * @param written   as the script has it
 */
public record DataType(String name, List<String> modifiers, boolean isArray, boolean isSerial, String written) {

    public DataType {
        modifiers = List.copyOf(modifiers);
    }

    /** Whether it is this type, and no array of it. */
    public boolean is(String shortName) {
        return !isArray && name.equals(shortName);
    }

    @Override
    public String toString() {
        return written;
    }
}

package dev.migrations.docs.html;

import com.samskivert.mustache.DefaultCollector;
import java.util.Iterator;
import java.util.Optional;

/** Lets a section of a template stand for what an {@link Optional} holds, and for nothing where it is empty. */
final class OptionalSections extends DefaultCollector {

    @Override
    public Iterator<?> toIterator(Object value) {
        return value instanceof Optional<?> optional ? optional.stream().iterator() : super.toIterator(value);
    }
}

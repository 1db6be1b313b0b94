package dev.migrations.cli.json;

import dev.migrations.cli.output.Answer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Answers by folder and by database. */
record FoldersBody<T>(Map<String, Databases<T>> folders) {

    /** One folder. */
    record Databases<T>(Map<String, T> databases) {}

    static <A, T> FoldersBody<T> of(List<Answer<A>> answers, Function<Answer<A>, T> body) {
        var folders = new LinkedHashMap<String, Databases<T>>();
        answers.forEach(answer -> folders.computeIfAbsent(
                        answer.migrator().folder().name(), name -> new Databases<>(new LinkedHashMap<>()))
                .databases()
                .put(answer.migrator().database(), body.apply(answer)));
        return new FoldersBody<>(folders);
    }
}

package dev.migrations.cli.json;

import dev.migrations.cli.output.Answer;
import dev.migrations.problem.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Answers by folder and by database.
 *
 * @param error   the first problem of them all, where the command does not end with 0; else left out
 * @param folders by name
 */
record FoldersBody<T>(@Nullable Reason error, Map<String, Databases<T>> folders) {

    /** One folder. */
    record Databases<T>(Map<String, T> databases) {}

    /** Where only what could not be asked is a problem. */
    static <A, T> FoldersBody<T> of(List<Answer<A>> answers, Function<Answer<A>, T> body) {
        return of(answers, body, Answer::problems);
    }

    static <A, T> FoldersBody<T> of(
            List<Answer<A>> answers, Function<Answer<A>, T> body, Function<Answer<A>, List<Problem>> problems) {
        var folders = new LinkedHashMap<String, Databases<T>>();
        answers.forEach(answer -> folders.computeIfAbsent(
                        answer.migrator().folder().name(), name -> new Databases<>(new LinkedHashMap<>()))
                .databases()
                .put(answer.migrator().database(), body.apply(answer)));
        return new FoldersBody<>(Reason.first(answers, problems), folders);
    }
}

package dev.migrations.sample.web;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Answers with RFC 9457 problem details; a request that breaks rules is told each field and its rule. */
@RestControllerAdvice
class ProblemDetails extends ResponseEntityExceptionHandler {

    @Override
    protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException invalid, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        Map<String, String> fields = new TreeMap<>();
        for (var error : invalid.getBindingResult().getFieldErrors()) {
            fields.merge(
                    error.getField(),
                    Objects.requireNonNullElse(error.getDefaultMessage(), "is not valid"),
                    (first, second) -> first + ", " + second);
        }
        var problem = invalid.getBody();
        problem.setDetail("The request breaks the rules of these fields: " + String.join(", ", fields.keySet()) + ".");
        problem.setProperty("fields", fields);
        return handleExceptionInternal(invalid, problem, headers, status, request);
    }

    @ExceptionHandler
    ProblemDetail alreadyThere(DuplicateKeyException duplicate) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, "It is already there.");
    }
}

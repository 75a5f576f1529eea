package dev.specula.samples.texttoimage.page;

import dev.specula.SpeculaException;
import dev.specula.samples.texttoimage.page.DrawingEvents.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.validation.BindException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Says kindly, as JSON, why a caption is not drawn. */
@RestControllerAdvice
class KindAnswers {
    @ExceptionHandler
    ResponseEntity<Problem> wrong(BindException e) {
        return say(
                HttpStatus.BAD_REQUEST,
                e.getFieldErrors().stream()
                        .map(error -> error.getField() + " cannot be \"" + error.getRejectedValue() + "\".")
                        .findFirst()
                        .orElse("The form holds a value that cannot be read."));
    }

    @ExceptionHandler
    ResponseEntity<Problem> wrong(IllegalArgumentException e) {
        return say(HttpStatus.BAD_REQUEST, e.getMessage());
    }

    @ExceptionHandler
    ResponseEntity<Problem> refused(SpeculaException e) {
        return say(HttpStatus.BAD_REQUEST, e.getMessage());
    }

    private static ResponseEntity<Problem> say(HttpStatus status, @Nullable String message) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .body(new Problem(String.valueOf(message)));
    }
}

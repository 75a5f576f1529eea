package dev.specula.samples.common;

import dev.specula.SpeculaException;
import dev.specula.media.UnreadablePictureException;
import dev.specula.media.UnreadableSoundException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.BindException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.multipart.MaxUploadSizeExceededException;

/** Says kindly, as JSON, why a request is not answered. */
@RestControllerAdvice
public final class KindAnswers {
    private final DataSize largest;

    KindAnswers(@Value("${spring.servlet.multipart.max-file-size:1MB}") DataSize largest) {
        this.largest = largest;
    }

    @ExceptionHandler
    ResponseEntity<Problem> unreadable(UnreadablePictureException e) {
        return say(HttpStatus.UNPROCESSABLE_CONTENT, "That file cannot be read as a picture. " + e.getMessage());
    }

    @ExceptionHandler
    ResponseEntity<Problem> unreadable(UnreadableSoundException e) {
        return say(HttpStatus.UNPROCESSABLE_CONTENT, "That file cannot be read as sound. " + e.getMessage());
    }

    @ExceptionHandler
    ResponseEntity<Problem> tooLarge(MaxUploadSizeExceededException e) {
        return say(
                HttpStatus.CONTENT_TOO_LARGE,
                "That file is too large: files up to " + largest.toMegabytes() + " MB can be uploaded.");
    }

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

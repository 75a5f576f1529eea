package dev.specula.samples.transcribe.page;

import dev.specula.SpeculaException;
import dev.specula.media.UnreadableSoundException;
import dev.specula.samples.transcribe.page.TranscriptEvents.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;

/** Says kindly, as JSON, why a sound is not written down. */
@RestControllerAdvice
class KindAnswers {
    @ExceptionHandler
    ResponseEntity<Problem> unreadable(UnreadableSoundException e) {
        return say(HttpStatus.UNPROCESSABLE_CONTENT, "That file cannot be read as sound. " + e.getMessage());
    }

    @ExceptionHandler
    ResponseEntity<Problem> tooLarge(MaxUploadSizeExceededException e) {
        return say(HttpStatus.CONTENT_TOO_LARGE, "That file is too large: sounds up to 200 MB can be uploaded.");
    }

    @ExceptionHandler
    ResponseEntity<Problem> missing(MissingServletRequestPartException e) {
        return say(HttpStatus.BAD_REQUEST, "Record something or choose a file.");
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

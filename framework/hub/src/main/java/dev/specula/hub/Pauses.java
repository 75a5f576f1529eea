package dev.specula.hub;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** How long to wait before a request is made again. */
final class Pauses {
    /** Requests that fail one after the other without a byte in between. */
    static final int MOST_ATTEMPTS = 5;

    /** Servers that want a longer pause are not waited for. */
    private static final Duration LONGEST = Duration.ofMinutes(2);

    private Pauses() {}

    /** Doubles from attempt to attempt, half a second after the first. */
    static Duration after(int attempt) {
        return Duration.ofMillis(250L << Math.min(attempt, 6));
    }

    /**
     * What a server asks for in {@code Retry-After}, seconds or a date; otherwise as {@link #after(int)}.
     *
     * @return null if that is too long to wait for
     */
    static @Nullable Duration asked(String header, int attempt) {
        Duration asked = parse(header, attempt);
        return asked.compareTo(LONGEST) > 0 ? null : asked.isNegative() ? Duration.ZERO : asked;
    }

    private static Duration parse(String header, int attempt) {
        if (header.matches("[0-9]{1,9}")) {
            return Duration.ofSeconds(Long.parseLong(header));
        }
        try {
            Instant until = ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return Duration.between(Instant.now(), until);
        } catch (DateTimeParseException none) {
            return after(attempt);
        }
    }
}

package dev.specula.spring.property;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Properties under {@code specula} that nothing reads. */
public final class UnknownPropertiesException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // an immutable list of records of strings
    private final List<Unknown> unknown;

    UnknownPropertiesException(List<Unknown> unknown) {
        super(unknown.stream()
                .map(Unknown::name)
                .collect(Collectors.joining(
                        ", ",
                        "Every property under \"specula\" must be one that Specula reads, but it reads no ",
                        ".")));
        this.unknown = List.copyOf(unknown);
    }

    /** The properties, in the order of their sources. */
    public List<Unknown> unknown() {
        return unknown;
    }

    /**
     * A property that nothing reads.
     *
     * @param name as it is written
     * @param origin where it is written; the name of its source where that is not known
     * @param suggestion what was probably meant
     */
    public record Unknown(String name, String origin, Optional<String> suggestion) {}
}

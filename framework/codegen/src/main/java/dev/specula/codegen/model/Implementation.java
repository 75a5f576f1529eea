package dev.specula.codegen.model;

import com.palantir.javapoet.ClassName;
import dev.specula.Axis;
import java.util.Map;
import java.util.Optional;

/**
 * The class that carries a choice out.
 *
 * @param fitsAxis whether it implements the interface of the choice's axis
 * @param isConstructible whether it can be reached, and has the public constructor that the attributes ask for
 * @param isVariadic whether the last attribute of that constructor is variadic
 * @param takesSampledDraft whether it works on drafts that remember their laws, and on no others
 * @param loop that it is for; empty if for either
 * @param wanted the parameters of the constructor that the attributes ask for
 */
public record Implementation(
        ClassName type,
        boolean fitsAxis,
        boolean isConstructible,
        boolean isVariadic,
        boolean takesSampledDraft,
        Optional<Loop> loop,
        String wanted) {
    private static final Map<Axis, String> SUFFIXES =
            Map.of(Axis.SOURCE, "Source", Axis.SHAPE, "Growth", Axis.ACCEPTANCE, "Rule", Axis.SCHEDULE, "Schedule");

    /** What a person calls it among others of {@code axis}: {@code Tree} for {@code TreeGrowth}. */
    public String shortName(Axis axis) {
        String name = type.simpleName();
        String suffix = SUFFIXES.getOrDefault(axis, "");
        return name.endsWith(suffix) && name.length() > suffix.length()
                ? name.substring(0, name.length() - suffix.length())
                : name;
    }
}

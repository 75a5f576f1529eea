package dev.specula.testkit.mutants;

import static org.assertj.core.api.Assertions.assertThat;

import dev.specula.denoise.Coupling;
import dev.specula.denoise.Reflection;
import dev.specula.noise.Noise;
import dev.specula.testkit.CouplingContract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The classical mistakes, each of which the contract has to notice. */
class CouplingMutantTests {
    private static final Coupling REFLECTION = new Reflection();

    /** Draws a refused state from the target as if nothing had been judged. */
    @ExtendWith(OnlyWhereAsked.class)
    static final class FreshDraw extends CouplingContract {
        @Override
        protected Coupling coupling() {
            return (distance, place, position, noise) -> REFLECTION.land(distance, place, position, noise) == place
                    ? place
                    : distance + noise.gaussian(Noise.Use.ACCEPT, position, 1);
        }
    }

    /** Moves refused states by the way between the means instead of mirroring them. */
    @ExtendWith(OnlyWhereAsked.class)
    static final class Shift extends CouplingContract {
        @Override
        protected Coupling coupling() {
            return (distance, place, position, noise) ->
                    REFLECTION.land(distance, place, position, noise) == place ? place : distance + place;
        }
    }

    /** Judges by the numbers of the state that it also drew. */
    @ExtendWith(OnlyWhereAsked.class)
    static final class CoinOfTheState extends CouplingContract {
        @Override
        protected Coupling coupling() {
            return (distance, place, position, noise) ->
                    Math.log(noise.uniform(Noise.Use.STATE, position, 0)) <= distance * (place - distance / 2)
                            ? place
                            : distance - place;
        }
    }

    /** Keeps whatever was drafted. */
    @ExtendWith(OnlyWhereAsked.class)
    static final class Trust extends CouplingContract {
        @Override
        protected Coupling coupling() {
            return (distance, place, position, noise) -> place;
        }
    }

    /** Always lands where the same noise takes the target: the right law, but nothing is ever kept. */
    @ExtendWith(OnlyWhereAsked.class)
    static final class SharedNoise extends CouplingContract {
        @Override
        protected Coupling coupling() {
            return (distance, place, position, noise) -> distance + place;
        }
    }

    @Test
    void aFreshDrawAfterARefusalIsNotTheTargetsLaw() {
        // At .01 too few states are refused to tell, at 12 hardly one is kept.
        assertThat(failures(FreshDraw.class)).isGreaterThanOrEqualTo(4);
    }

    @Test
    void aRefusedStateMovedByTheWayIsNotTheTargetsLaw() {
        assertThat(failures(Shift.class)).isGreaterThanOrEqualTo(4);
    }

    @Test
    void aCoinThatDependsOnTheStateIsNotTheTargetsLaw() {
        assertThat(failures(CoinOfTheState.class)).isGreaterThanOrEqualTo(4);
    }

    @Test
    void keepingAllIsNotTheTargetsLaw() {
        assertThat(failures(Trust.class)).isGreaterThanOrEqualTo(6);
    }

    @Test
    void aCouplingThatKeepsTooFewIsNoticed() {
        assertThat(failures(SharedNoise.class)).isGreaterThanOrEqualTo(6);
    }

    private static long failures(Class<? extends CouplingContract> mutant) {
        return OnlyWhereAsked.run(mutant).failed().count();
    }
}

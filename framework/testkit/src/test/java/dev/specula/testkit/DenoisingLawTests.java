package dev.specula.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.specula.denoise.Coupling;
import dev.specula.denoise.Denoiser;
import dev.specula.denoise.Drift;
import dev.specula.denoise.Freshness;
import dev.specula.denoise.FrozenEstimate;
import dev.specula.denoise.FrozenIncrement;
import dev.specula.denoise.GuidedDenoiser;
import dev.specula.denoise.Redraw;
import dev.specula.denoise.Reflection;
import dev.specula.denoise.SmallerDenoiser;
import dev.specula.denoise.Trajectory;
import dev.specula.denoise.Window;
import dev.specula.noise.Noise;
import dev.specula.testkit.rounds.DenoisingRound;
import dev.specula.token.FixedSchedule;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Where trajectories end, against the plain sampler on other seeds, on data whose denoiser is known in closed form. */
class DenoisingLawTests {
    private static final int RUNS = 4_000;
    private static final int STEPS = 40;
    private static final double FALSE_ALARM = 1e-4;
    private static final int DIRECTIONS = 6;

    private long seedOfRun;

    /** A sampler, who drafts, how much, and what is kept. */
    private record Case(String name, Supplier<Denoiser> target, Drift drift, int window, Coupling coupling) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> cases() {
        Drift estimate = new FrozenEstimate(Freshness.PREFETCHED);
        Drift recomputed = new FrozenEstimate(Freshness.RECOMPUTED);
        Drift increment = new FrozenIncrement(Freshness.PREFETCHED);
        Coupling reflection = new Reflection();
        Supplier<Denoiser> ddpm = () -> Mixtures.ddpm(STEPS, 0.2);
        Supplier<Denoiser> guided = () -> new GuidedDenoiser(Mixtures.ddpm(STEPS, 0.2), Mixtures.ddpm(STEPS, 0.9), 1.5);
        return Stream.of(
                new Case("autospeculation", ddpm, recomputed, 6, reflection),
                new Case("autospeculation, prefetched", ddpm, estimate, 6, reflection),
                new Case("autospeculation without end", ddpm, estimate, STEPS, reflection),
                new Case("frozen increment", ddpm, increment, 6, reflection),
                new Case("smaller denoiser", ddpm, new SmallerDenoiser(Mixtures.ddpm(STEPS, 0.5)), 6, reflection),
                new Case("redrawn residual", ddpm, estimate, 6, new Redraw()),
                new Case("DDIM with little noise", () -> Mixtures.ddim(STEPS, 0.3, 0.2), estimate, 6, reflection),
                new Case("Euler ancestral", () -> Mixtures.eulerAncestral(STEPS, 1, 0.2), estimate, 6, reflection),
                new Case("flow with churn", () -> Mixtures.flow(STEPS, 1, 0.2), estimate, 6, reflection),
                new Case("guided", guided, estimate, 6, reflection));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void trajectoriesEndWhereThoseOfThePlainSamplerDo(Case speculation) {
        assertThat(distanceFromPlain(speculation))
                .isLessThan(KolmogorovSmirnov.criticalOfTwo(FALSE_ALARM / DIRECTIONS, RUNS));
    }

    @Test
    void aFreshDrawAfterARefusalEndsElsewhere() {
        Reflection judge = new Reflection();
        Coupling freshDraw = (distance, place, position, noise) -> judge.land(distance, place, position, noise) == place
                ? place
                : distance + noise.gaussian(Noise.Use.ACCEPT, position, 1);
        assertThatEndsElsewhere(new FrozenEstimate(Freshness.PREFETCHED), freshDraw);
    }

    @Test
    void trustingAFrozenEstimateEndsElsewhere() {
        assertThatEndsElsewhere(new FrozenEstimate(Freshness.PREFETCHED), (distance, place, position, noise) -> place);
    }

    @Test
    void aMeanThatKnowsTheNoiseOfItsStateEndsElsewhere() {
        Drift peeking = new Drift() {
            @Override
            public boolean drafts(Trajectory path) {
                return path.hasBefore();
            }

            @Override
            public void mean(Trajectory path, double[] into) {
                new FrozenEstimate(Freshness.PREFETCHED).mean(path, into);
                int step = path.step(path.last());
                for (int i = 0; i < into.length; i++) {
                    // As an estimate from a refused round would: that round had drawn the same noise.
                    double seen = Noise.seeded(seedOfRun).gaussian(Noise.Use.STATE, step + 1, i);
                    into[i] += 0.3 * path.steps().deviation(step) * seen;
                }
            }
        };
        assertThatEndsElsewhere(peeking, new Reflection());
    }

    private void assertThatEndsElsewhere(Drift drift, Coupling coupling) {
        Case wrong = new Case("wrong", () -> Mixtures.ddpm(STEPS, 0.2), drift, STEPS, coupling);
        assertThat(distanceFromPlain(wrong))
                .isGreaterThan(KolmogorovSmirnov.criticalOfTwo(FALSE_ALARM / DIRECTIONS, RUNS));
    }

    /** Greatest distance of the two laws in any of a few directions. */
    private double distanceFromPlain(Case speculation) {
        double[][] plain = new double[DIRECTIONS][RUNS];
        double[][] sped = new double[DIRECTIONS][RUNS];
        Denoiser target = speculation.target().get();
        DenoisingRound round =
                new DenoisingRound(speculation.drift(), new Window(speculation.window()), speculation.coupling());
        for (int run = 0; run < RUNS; run++) {
            project(PlainSampler.sample(target, Noise.seeded(run)), plain, run);
            seedOfRun = (long) RUNS + run;
            FixedSchedule schedule = new FixedSchedule(speculation.window());
            project(round.sample(target, schedule, Noise.seeded(seedOfRun)).state(), sped, run);
        }
        double greatest = 0;
        for (int direction = 0; direction < DIRECTIONS; direction++) {
            greatest = Math.max(greatest, KolmogorovSmirnov.distance(plain[direction], sped[direction]));
        }
        return greatest;
    }

    private static void project(double[] state, double[][] into, int run) {
        for (int direction = 0; direction < DIRECTIONS; direction++) {
            double angle = Math.PI * direction / DIRECTIONS;
            into[direction][run] = Math.cos(angle) * state[0] + Math.sin(angle) * state[1];
        }
    }
}

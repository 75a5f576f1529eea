package dev.specula.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.specula.denoise.Denoiser;
import dev.specula.denoise.DenoisingRun;
import dev.specula.denoise.Drift;
import dev.specula.denoise.Freshness;
import dev.specula.denoise.FrozenEstimate;
import dev.specula.denoise.Reflection;
import dev.specula.denoise.SmallerDenoiser;
import dev.specula.denoise.StepListener;
import dev.specula.denoise.Trajectory;
import dev.specula.denoise.Window;
import dev.specula.noise.Noise;
import dev.specula.testkit.rounds.DenoisingRound;
import dev.specula.token.FixedSchedule;
import dev.specula.token.Schedule;
import dev.specula.token.SelfTuningSchedule;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DenoisingRoundTests {
    private static final DenoisingRound PREFETCHED = autospeculation(Freshness.PREFETCHED, 8);
    private static final Schedule NOTHING = new FixedSchedule(0);
    private static final Schedule EIGHT = new FixedSchedule(8);

    static Stream<GaussianMixture> samplers() {
        return Stream.of(
                Mixtures.ddpm(30, 0.2),
                Mixtures.ddim(30, 0.5, 0.2),
                Mixtures.ddim(30, 0, 0.2),
                Mixtures.eulerAncestral(30, 1, 0.2),
                Mixtures.flow(30, 1, 0.2),
                Mixtures.flow(30, 0, 0.2));
    }

    @ParameterizedTest
    @MethodSource("samplers")
    void withoutADraftTheResultIsThatOfThePlainSamplerBitForBit(GaussianMixture target) {
        for (int seed = 0; seed < 50; seed++) {
            Noise noise = Noise.seeded(seed);
            DenoisingRun run = PREFETCHED.sample(target, NOTHING, noise);
            assertThat(run.state()).isEqualTo(PlainSampler.sample(target, noise));
            assertThat(run.report().rounds()).isEqualTo(30);
        }
    }

    @Test
    void aSamplerWithoutNoiseIsRunAsItIs() {
        for (GaussianMixture target : List.of(Mixtures.ddim(30, 0, 0.2), Mixtures.flow(30, 0, 0.2))) {
            DenoisingRun run = PREFETCHED.sample(target, EIGHT, Noise.seeded(1));
            assertThat(run.state()).isEqualTo(PlainSampler.sample(target, Noise.seeded(1)));
            assertThat(run.report().drafted()).isZero();
        }
    }

    @Test
    void stepsWithoutNoiseAreNeverDraftedAcross() {
        GaussianMixture target = Mixtures.flow(30, 1, 0.2); // certain at both ends
        List<Integer> drafted = new ArrayList<>();
        Drift watched = new Drift() {
            @Override
            public boolean drafts(Trajectory path) {
                return true;
            }

            @Override
            public void mean(Trajectory path, double[] into) {
                drafted.add(path.step(path.last()));
            }
        };
        new DenoisingRound(watched, new Window(30), new Reflection())
                .sample(target, new FixedSchedule(30), Noise.seeded(2));
        assertThat(drafted).contains(1, 28).doesNotContain(0, 29);
    }

    @Test
    void aDraftAcrossACertainStepIsRefused() {
        GaussianMixture target = Mixtures.flow(30, 1, 0.2);
        DenoisingRun run = new DenoisingRun(target, new double[2], EIGHT, StepListener.NONE);
        Drift drift = new SmallerDenoiser(target);
        assertThat(run.budget()).isZero();
        assertThatThrownBy(() -> run.path().add(drift, Noise.seeded(3)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("step 0 of 30");
    }

    @Test
    void aHundredStepsTakeLessThanHalfOfTheCallsInEitherWay() {
        for (Freshness freshness : Freshness.values()) {
            GaussianMixture target = Mixtures.ddpm(100, 0.3);
            long rounds = 0;
            for (int seed = 0; seed < 20; seed++) {
                DenoisingRun run = autospeculation(freshness, 8).sample(target, EIGHT, Noise.seeded(seed));
                assertThat(run.isDone()).isTrue();
                assertThat(run.report().committed()).isEqualTo(100);
                rounds += run.report().rounds();
            }
            assertThat(target.calls()).as("a round is a call").isEqualTo((int) rounds);
            assertThat(rounds / 20.0).isLessThan(freshness == Freshness.PREFETCHED ? 20 : 30);
        }
    }

    @Test
    void moreStepsForTheSameDataTakeASmallerShareOfCalls() {
        DenoisingRound endless = autospeculation(Freshness.PREFETCHED, 1000);
        double share = 1;
        for (int steps : new int[] {25, 100, 400}) {
            GaussianMixture target = Mixtures.ddpm(steps, 0.3);
            for (int seed = 0; seed < 20; seed++) {
                endless.sample(target, new FixedSchedule(1000), Noise.seeded(seed));
            }
            double calls = target.calls() / 20.0 / steps;
            assertThat(calls).as("%d steps", steps).isLessThan(share / 2);
            share = calls;
        }
    }

    @Test
    void eachRoundTakesAtLeastOneStepAndCountsAddUp() {
        GaussianMixture target = Mixtures.ddpm(60, 0.05);
        SplittableRandom random = new SplittableRandom(4);
        for (int seed = 0; seed < 50; seed++) {
            int before = target.rows();
            DenoisingRun run = PREFETCHED.sample(target, () -> random.nextInt(10), Noise.seeded(seed));
            assertThat(run.report().committed()).isEqualTo(60);
            assertThat(run.report().committed())
                    .isEqualTo(run.report().kept() + run.report().rounds());
            assertThat(target.rows() - before)
                    .isEqualTo((int) (run.report().drafted() + run.report().rounds()));
        }
    }

    @Test
    void aDraftEqualToTheTargetIsNeverRefused() {
        GaussianMixture target = Mixtures.ddpm(60, 0.2);
        DenoisingRun run = new DenoisingRound(
                        new SmallerDenoiser(Mixtures.ddpm(60, 0.2)), new Window(8), new Reflection())
                .sample(target, EIGHT, Noise.seeded(5));
        assertThat(run.report().kept()).isEqualTo(run.report().drafted()).isPositive();
        assertThat(run.state()).isEqualTo(PlainSampler.sample(target, Noise.seeded(5)));
    }

    @Test
    void theSameSeedGivesTheSameResult() {
        GaussianMixture target = Mixtures.ddpm(60, 0.2);
        double[] once = PREFETCHED.sample(target, EIGHT, Noise.seeded(6)).state();
        double[] again = PREFETCHED.sample(target, EIGHT, Noise.seeded(6)).state();
        double[] other = PREFETCHED.sample(target, EIGHT, Noise.seeded(7)).state();
        assertThat(again).isEqualTo(once).isNotEqualTo(other);
    }

    @Test
    void theSelfTuningScheduleOfTokensServesTrajectoriesToo() {
        GaussianMixture target = Mixtures.ddpm(60, 0.2);
        Schedule schedule = new SelfTuningSchedule(8);
        for (int seed = 0; seed < 20; seed++) {
            DenoisingRun run = PREFETCHED.sample(target, schedule, Noise.seeded(seed));
            assertThat(run.report().committed()).isEqualTo(60);
        }
        assertThat(schedule.budget()).isBetween(0, 8);
    }

    @Test
    void aCancelledRunStopsWithinARound() {
        GaussianMixture target = Mixtures.ddpm(60, 0.2);
        DenoisingRun[] run = new DenoisingRun[1];
        List<Integer> reached = new ArrayList<>();
        run[0] = new DenoisingRun(target, new double[2], NOTHING, (done, state, estimate) -> {
            reached.add(done);
            if (done == 3) {
                run[0].cancel();
            }
        });
        Noise noise = Noise.seeded(8);
        while (run[0].goesOn()) {
            Trajectory path = run[0].path();
            run[0].verify(path);
            run[0].commit(path, path.land(new Reflection(), noise));
        }
        assertThat(reached).containsExactly(1, 2, 3);
        assertThat(run[0].isDone()).isFalse();
        assertThat(target.calls()).isEqualTo(3);
    }

    @Test
    void theListenerSeesTheStateAndAPreview() {
        GaussianMixture target = Mixtures.ddpm(60, 0.2);
        double[] last = new double[2];
        double[] preview = new double[2];
        DenoisingRun run = new DenoisingRun(target, new double[] {.3, .4}, EIGHT, (done, state, estimate) -> {
            System.arraycopy(state, 0, last, 0, 2);
            System.arraycopy(estimate, 0, preview, 0, 2);
        });
        while (run.goesOn()) {
            Trajectory path = run.path();
            PREFETCHED.window().draft(path, PREFETCHED.drift(), run.budget(), Noise.seeded(9));
            run.verify(path);
            run.commit(path, path.land(PREFETCHED.coupling(), Noise.seeded(9)));
        }
        assertThat(last).isEqualTo(run.state());
        // The last step of this sampler goes to the estimate itself.
        assertThat(preview).isEqualTo(run.state());
    }

    @Test
    void aDraftOfAnotherSizeIsRefusedWithBothSizes() {
        Denoiser target = Mixtures.ddpm(60, 0.2);
        DenoisingRound round =
                new DenoisingRound(new SmallerDenoiser(Mixtures.ddpm(50, 0.2)), new Window(4), new Reflection());
        assertThatThrownBy(() -> round.sample(target, EIGHT, Noise.seeded(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("50 steps where the target takes 60");
    }

    private static DenoisingRound autospeculation(Freshness freshness, int states) {
        return new DenoisingRound(new FrozenEstimate(freshness), new Window(states), new Reflection());
    }
}

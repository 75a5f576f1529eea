package dev.specula.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.sun.management.ThreadMXBean;
import dev.specula.graphs.Fixture;
import dev.specula.graphs.WeightFormat;
import dev.specula.model.CausalModel;
import dev.specula.model.Passes;
import dev.specula.noise.Noise;
import dev.specula.token.Draft;
import dev.specula.token.Prompt;
import dev.specula.token.Sampling;
import dev.specula.token.Sequence;
import dev.specula.token.Verdict;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/** What requests leave behind: nothing. */
class MemoryTests {
    private static final Path STATUS = Path.of("/proc/self/status");

    private static final int[] CHAIN = {0, 1, 2, 3};
    private static final int[] TREE = {0, 0, 1, 2};

    /** Kilobytes that 10,000 requests may leave: 0.4 a request, less than a tensor that was lost. */
    private static final long FLAT = 4_000;

    private final Noise noise = Noise.seeded(1);

    @Test
    void keepsNativeMemoryFlatOverTenThousandRequests() throws IOException {
        assumeThat(STATUS).exists();
        Fixture fixture = Fixture.of("llama");
        try (CausalModel model = fixture.loadDraft(WeightFormat.F32)) {
            Prompt prompt = Prompt.of(fixture.ids("prompt"));
            requests(model, prompt, 2_000);
            long least = Long.MAX_VALUE;
            for (int tries = 0; tries < 3 && least >= FLAT; tries++) { // what grows otherwise, grows once
                long before = residentKilobytes();
                requests(model, prompt, 10_000);
                least = Math.min(least, residentKilobytes() - before);
            }

            assertThat(least).isLessThan(FLAT);
        }
    }

    @Test
    void keepsNothingOpenOfARequestThatWasRefused() {
        Fixture fixture = Fixture.of("llama");
        CausalModel model = fixture.load(WeightFormat.F32);
        Prompt prompt = Prompt.of(fixture.ids("prompt"));

        assertThatThrownBy(() -> model.open(prompt.guided(prompt, 2), Sampling.at(0.8, 1), Passes.EXACT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("takes two sequences");

        assertThatCode(model::close).doesNotThrowAnyException();
    }

    @Test
    void allocatesNothingOfItsOwnPerPassOfAChain() {
        assertAllocatesNothing(
                CHAIN, (model, sequence) -> sequence.keptChain(5).run(Objects.requireNonNull(model.chain())));
    }

    @Test
    void allocatesNothingOfItsOwnPerPassOfATree() {
        assertAllocatesNothing(
                TREE, (model, sequence) -> sequence.keptGeneral(5).run(model.general()));
    }

    /** The runtime's own call makes garbage for the names and handles of its tensors; we add none to it. */
    private void assertAllocatesNothing(int[] parents, BiConsumer<OnnxCausalModel, OnnxSequence> runtimeAlone) {
        Fixture fixture = Fixture.of("llama");
        try (OnnxCausalModel model = (OnnxCausalModel) fixture.load(WeightFormat.F32);
                OnnxSequence sequence = (OnnxSequence)
                        model.open(Prompt.of(fixture.ids("prompt")), Sampling.at(0.8, 1), Passes.EXACT)) {
            Draft draft = new Draft(1);
            for (int i = 0; i < 2_000; i++) {
                round(sequence, draft, parents);
            }
            int rounds = 500;

            long whole = allocatedBy(() -> round(sequence, draft, parents), rounds);
            long runtime = allocatedBy(() -> runtimeAlone.accept(model, sequence), rounds);

            // Growing arrays of committed columns and just-in-time compilation may add a little now and then.
            assertThat(whole - runtime).isLessThan(64);
        }
    }

    private void requests(CausalModel model, Prompt prompt, int count) {
        Draft draft = new Draft(1);
        for (int i = 0; i < count; i++) {
            try (Sequence sequence = model.open(prompt, Sampling.GREEDY, Passes.EXACT)) {
                round(sequence, draft, CHAIN);
                round(sequence, draft, CHAIN);
            }
        }
    }

    /** Five rows; goes back to the prompt so that no context ends. */
    private void round(Sequence sequence, Draft draft, int[] parents) {
        draft.restart(sequence);
        for (int parent : parents) {
            draft.add(parent, draft.nodes() + 4);
        }
        var laws = sequence.pass(draft);
        Verdict kept = draft.verdict();
        kept.say(0, noise.token(laws.law(0, 0), draft.positionAfter(0), 0));
        sequence.settle(draft, kept.end());
        sequence.rewindTo(sequence.length() - 1);
    }

    private static long allocatedBy(Runnable work, int times) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        work.run();
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < times; i++) {
            work.run();
        }
        return (threads.getCurrentThreadAllocatedBytes() - before) / times;
    }

    private static long residentKilobytes() throws IOException {
        return Files.readAllLines(STATUS).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow();
    }
}

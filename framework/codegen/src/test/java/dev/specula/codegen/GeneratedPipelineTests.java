package dev.specula.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import dev.specula.codegen.standin.ImageToTextPipeline;
import dev.specula.codegen.standin.Request;
import dev.specula.model.CausalModel;
import dev.specula.testkit.TableModel;
import dev.specula.token.Sampling;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Compiles generated pipelines and lets them speak over table models. */
class GeneratedPipelineTests {
    private static final int COLUMNS = 60;
    private final TableModel target = TableModel.of(8, 1);
    private final TableModel draft = target.draft(0.8, 2);

    @ParameterizedTest
    @CsvSource({
        "chain, captioner, 2",
        "lookup, captioner, 1",
        "presets, captioner, 2",
        "presets, captionerLongAnswers, 2",
        "presets, captionerRepeats, 1",
        "own, echo, 1",
        "own, pairs, 2",
        "own, cautious, 2",
        "guided, captioner, 1",
        "guided, captionerSteady, 1",
        "guided, drafted, 2"
    })
    void saysWhatTheTargetSaysAlone(String folder, String factory, int models) throws Exception {
        ImageToTextPipeline pipeline = pipeline(folder, factory, models);

        for (int seed = 0; seed < 10; seed++) {
            Sampling sampling = seed == 0 ? Sampling.GREEDY : Sampling.at(1, seed);
            int[] alone = pipeline.say(new Request(seed % 8, COLUMNS, sampling, false));
            int[] drafted = pipeline.say(new Request(seed % 8, COLUMNS, sampling, true));
            assertThat(drafted).hasSize(COLUMNS).isEqualTo(alone);
        }
        assertThat(pipeline.report().acceptanceByPosition().length)
                .isLessThanOrEqualTo(pipeline.description().longest());
    }

    @ParameterizedTest
    @CsvSource({"chain, captioner", "presets, captionerLongAnswers", "own, pairs", "own, cautious"})
    void keepsMostOfWhatAGoodDraftModelProposes(String folder, String factory) throws Exception {
        ImageToTextPipeline pipeline = pipeline(folder, factory, 2);

        pipeline.say(new Request(1, COLUMNS, Sampling.GREEDY, true));

        assertThat(pipeline.report().kept()).isPositive();
        assertThat(pipeline.report().rounds()).isLessThan(COLUMNS);
    }

    @ParameterizedTest
    @CsvSource({
        "rejection, captioner, 2, 4",
        "siblings, captioner, 2, 6",
        "guided, captionerRedrawn, 1, 5",
        "guided, captionerCoupled, 1, 8",
        "guided, captionerBlocks, 1, 5"
    })
    void drawsFromTheLawOfTheTargetByARatioRule(String folder, String factory, int models, int longest)
            throws Exception {
        ImageToTextPipeline pipeline = pipeline(folder, factory, models);
        int answers = 15_000;

        Map<String, Integer> drafted = counts(pipeline, answers, true);
        Map<String, Integer> alone = counts(pipeline, answers, false);

        // Three columns of 8 tokens: 512 cells. A chi-square of two samples stays under 700 with probability 1 - 1e-7.
        double chiSquare = 0;
        for (String cell : union(drafted, alone)) {
            double difference = drafted.getOrDefault(cell, 0) - alone.getOrDefault(cell, 0);
            chiSquare += difference * difference / (drafted.getOrDefault(cell, 0) + alone.getOrDefault(cell, 0));
        }
        assertThat(chiSquare).isLessThan(700);
        assertThat(pipeline.description().longest()).isEqualTo(longest);
        assertThat(pipeline.report().kept()).isPositive();
    }

    @Test
    void draftsNoMoreThanItsPlanAllows() throws Exception {
        ImageToTextPipeline pipeline = pipeline("rejection", "captioner", 2);

        pipeline.say(new Request(1, COLUMNS, Sampling.at(1, 1), true));

        assertThat(pipeline.schedule().budget()).isBetween(0, 4);
        assertThat(pipeline.report().acceptanceByPosition().length).isLessThanOrEqualTo(4);
    }

    private static Map<String, Integer> counts(ImageToTextPipeline pipeline, int answers, boolean isDrafted) {
        Map<String, Integer> counts = new HashMap<>();
        for (int seed = 0; seed < answers; seed++) {
            // Alone and drafted have seeds of their own, so that the two samples are independent.
            Sampling sampling = Sampling.at(1, isDrafted ? seed : seed + answers);
            counts.merge(Arrays.toString(pipeline.say(new Request(0, 3, sampling, isDrafted))), 1, Integer::sum);
        }
        return counts;
    }

    private static Iterable<String> union(Map<String, Integer> one, Map<String, Integer> other) {
        Map<String, Integer> union = new HashMap<>(one);
        union.putAll(other);
        return union.keySet();
    }

    private ImageToTextPipeline pipeline(String folder, String factory, int models) throws Exception {
        Compilation compilation = Sources.compiled("good/" + folder);
        assertThat(compilation.errors()).isEmpty();
        Class<?> pipelines = new CompiledClasses(compilation).loadClass("captions.CaptionModelsPipelines");
        Class<?>[] parameters = models == 2
                ? new Class<?>[] {CausalModel.class, CausalModel.class}
                : new Class<?>[] {CausalModel.class};
        Method method = pipelines.getDeclaredMethod(factory, parameters);
        method.setAccessible(true);
        return (ImageToTextPipeline) (models == 2 ? method.invoke(null, target, draft) : method.invoke(null, target));
    }
}

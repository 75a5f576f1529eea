package dev.specula.spring.image;

import dev.specula.Modality;
import dev.specula.model.CausalModel;
import dev.specula.model.ModelSpec;
import dev.specula.model.Passes;
import dev.specula.model.RowEncoder;
import dev.specula.model.View;
import dev.specula.model.Vocabulary;
import dev.specula.token.Prompt;
import dev.specula.token.Sampling;
import dev.specula.token.Sequence;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** A model that fits the contract and never says a word: enough to start with. */
public final class SilentModel implements CausalModel {
    private final String name;
    private final int contextTokens;
    private final List<String> tokens;

    public SilentModel(String name, int contextTokens, String... words) {
        this.name = name;
        this.contextTokens = contextTokens;
        this.tokens = Stream.concat(Stream.of("<|bos|>", "<|image|>", "<|user|>", "<|assistant|>"), Stream.of(words))
                .toList();
    }

    @Override
    public ModelSpec spec() {
        return new ModelSpec(name, tokens.size(), 1, 8, contextTokens, "f32", 1000, 64);
    }

    @Override
    public Vocabulary vocabulary() {
        return new Vocabulary() {
            @Override
            public int size() {
                return tokens.size();
            }

            @Override
            public String token(int id) {
                return tokens.get(id);
            }

            @Override
            public OptionalInt id(String token) {
                int id = tokens.indexOf(token);
                return id < 0 ? OptionalInt.empty() : OptionalInt.of(id);
            }

            @Override
            public int[] encode(String text) {
                return new int[] {4};
            }

            @Override
            public String decode(int... ids) {
                return "";
            }
        };
    }

    @Override
    public int[] endTokens() {
        return new int[] {0};
    }

    @Override
    public View view() {
        return View.ALL;
    }

    @Override
    public Sequence open(Prompt prompt, Sampling sampling, Passes passes) {
        throw new AssertionError("a silent model is not asked");
    }

    @Override
    public Optional<RowEncoder> encoder(Modality modality) {
        return Optional.of(new RowEncoder() {
            @Override
            public int[] inputShape() {
                return new int[] {3, 8, 8};
            }

            @Override
            public int rows() {
                return 4;
            }

            @Override
            public int width() {
                return 8;
            }

            @Override
            public FloatBuffer encode(FloatBuffer input) {
                throw new AssertionError("a silent model is not asked");
            }
        });
    }

    @Override
    public Optional<RowEncoder> connector() {
        return Optional.empty();
    }

    @Override
    public void close() {}
}

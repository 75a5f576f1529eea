package dev.specula.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.specula.model.ModelLoadException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelHubTests {
    private static final HubLocation MODEL = HubLocation.of("hf://owner/model");
    private static final String WEIGHTS = "model.safetensors";
    private static final int SIZE = 300_000;

    private final FakeHub server = new FakeHub();
    private final List<Duration> pauses = new ArrayList<>();

    @TempDir
    private Path cache;

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void keepsAModelAsTheHubsOwnLibrariesDo() throws IOException {
        server.model(SIZE).file("README.md", "no part of the model").file("chat_template.jinja", "{{ x }}");

        Path folder = pull();

        Path repository = cache.resolve("models--owner--model");
        assertThat(folder).isEqualTo(repository.resolve("snapshots/" + FakeHub.COMMIT));
        assertThat(repository.resolve("refs/main")).hasContent(FakeHub.COMMIT);
        assertThat(names(folder)).containsExactly("chat_template.jinja", "config.json", WEIGHTS, "tokenizer.json");
        Path link = folder.resolve(WEIGHTS);
        assertThat(link).isSymbolicLink().hasBinaryContent(server.content(WEIGHTS));
        assertThat(Files.readSymbolicLink(link))
                .hasToString("../../blobs/" + FakeHub.etag(server.content(WEIGHTS), true));
        assertThat(repository.resolve("blobs/" + FakeHub.etag(server.content("config.json"), false)))
                .hasContent("{}");
    }

    @Test
    void asksNobodyForWhatIsCached() {
        server.model(SIZE);
        Path folder = pull();
        int before = server.requests().size();

        assertThat(hub().get(MODEL, TransferListener.NONE)).isEqualTo(folder);
        assertThat(offline().pull(MODEL, TransferListener.NONE)).isEqualTo(folder);
        assertThat(hub().cached(HubLocation.of("hf://owner/model@" + FakeHub.COMMIT)))
                .contains(folder);
        assertThat(server.requests()).hasSize(before);
    }

    @Test
    void saysWhatIsMissingOffline() {
        server.model(SIZE);

        assertThatThrownBy(() -> offline().get(MODEL, TransferListener.NONE))
                .isInstanceOf(ModelLoadException.class)
                .hasMessageContaining("hf://owner/model must be in the cache " + cache)
                .hasMessageContaining("HF_HUB_OFFLINE is set");
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void fetchesANewerCommitOnlyWhenPulledAndOnlyWhatChanged() {
        server.model(SIZE);
        Path old = pull();
        String next = FakeHub.COMMIT.replace('0', 'f');
        server.commit(next).file("config.json", "{\"newer\": true}");

        assertThat(hub().get(MODEL, TransferListener.NONE)).isEqualTo(old);
        Path folder = pull();

        assertThat(folder).endsWithRaw(Path.of(next));
        assertThat(folder.resolve("config.json")).hasContent("{\"newer\": true}");
        assertThat(old.resolve("config.json")).hasContent("{}");
        assertThat(server.contents(WEIGHTS)).isOne();
    }

    @Test
    void goesOnWhereAConnectionBroke() {
        server.model(SIZE).cutAfter(2).cutAfter(8).cutAfter(100_000).cutAfter(70_000);

        Path folder = pull();

        assertThat(folder.resolve(WEIGHTS)).hasBinaryContent(server.content(WEIGHTS));
        List<String> ranges = server.requests().stream()
                .filter(request -> request.path().equals("/" + WEIGHTS))
                .map(FakeHub.Request::range)
                .toList();
        assertThat(ranges).hasSizeGreaterThan(1).first().isEqualTo("null");
        assertThat(ranges.subList(1, ranges.size())).allMatch(range -> range.matches("bytes=[1-9][0-9]*-"));
    }

    @Test
    void goesOnWhereAConnectionStalled() {
        server.model(SIZE).cutAfter(2).cutAfter(13).stallAfter(100_000); // behind configuration and tokenizer

        assertThat(pull().resolve(WEIGHTS)).hasBinaryContent(server.content(WEIGHTS));
        assertThat(server.requests()).anyMatch(request -> request.range().equals("bytes=100000-"));
    }

    @Test
    void goesOnWhereAnEarlierProcessStopped() throws IOException {
        server.model(SIZE);
        leave(Arrays.copyOf(server.content(WEIGHTS), 200_000));

        assertThat(pull().resolve(WEIGHTS)).hasBinaryContent(server.content(WEIGHTS));
        assertThat(server.requests()).anyMatch(request -> request.range().equals("bytes=200000-"));
    }

    @Test
    void startsAgainWhereTheServerKnowsNoRanges() throws IOException {
        server.model(SIZE).withoutRanges();
        leave(Arrays.copyOf(server.content(WEIGHTS), 200_000));

        assertThat(pull().resolve(WEIGHTS)).hasBinaryContent(server.content(WEIGHTS));
    }

    @ParameterizedTest
    @ValueSource(ints = {1000, SIZE, SIZE + 5})
    void throwsAwayWhatAnEarlierProcessLeftDamaged(int length) throws IOException {
        server.model(SIZE);
        leave(new byte[length]);

        assertThat(pull().resolve(WEIGHTS)).hasBinaryContent(server.content(WEIGHTS));
    }

    @Test
    void letsNoOtherContentIntoTheCache() throws IOException {
        byte[] other = new byte[SIZE];
        server.model(SIZE).send(WEIGHTS, other);

        refuses("must have the checksum " + FakeHub.etag(server.content(WEIGHTS), true));
        nothingIsTakenForWhole();
    }

    @ParameterizedTest
    @CsvSource({"299999, more than the 299999 bytes", "300001, must be 300001 bytes long", "-3, must say how long"})
    void letsNoContentOfAnotherSizeIntoTheCache(String size, String message) throws IOException {
        server.model(SIZE).lie(WEIGHTS, FakeHub.etag(server.content(WEIGHTS), true), size);

        refuses(message);
        nothingIsTakenForWhole();
    }

    @Test
    void keepsWhatHasArrivedWhenItGivesUp() throws IOException {
        server.model(SIZE).cutAfter(2).cutAfter(13).cutAfter(1000);
        IntStream.range(0, 6).forEach(i -> server.cutAfter(0));

        refuses("what has arrived is kept");
        nothingIsTakenForWhole();
        assertThat(pull().resolve(WEIGHTS)).hasBinaryContent(server.content(WEIGHTS));
        assertThat(server.requests()).anyMatch(request -> request.range().equals("bytes=1000-"));
    }

    @Test
    void sendsTheTokenToTheHubAndToNoOtherHost() {
        server.model(SIZE);

        hub("secret").pull(MODEL, TransferListener.NONE);

        assertThat(server.requests())
                .allMatch(request ->
                        request.authorization().equals(request.server().equals("hub") ? "Bearer secret" : "null"));
        assertThat(server.contents(WEIGHTS)).isOne();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "401 |                  |        | set HF_TOKEN to a token that may read it",
                "401 |                  | secret | the token in HF_TOKEN may not read it",
                "403 | GatedRepo        | secret | it is gated: accept its conditions",
                "404 | RepoNotFound     |        | there is no such repository",
                "404 | RevisionNotFound |        | the repository has no such revision",
                "404 | EntryNotFound    |        | the repository has no such file",
                "400 |                  |        | answered 400"
            })
    void saysWhyTheHubRefuses(int status, String code, String token, String message) {
        server.model(SIZE).refuse(status, "").errorCode(code == null ? "" : code);

        assertThatThrownBy(() -> hub(token).pull(MODEL, TransferListener.NONE))
                .isInstanceOf(ModelLoadException.class)
                .hasMessageContaining("owner/model@main")
                .hasMessageContaining(message);
        assertThat(pauses).isEmpty();
    }

    @Test
    void neverShowsTheToken() {
        server.refuse(403, "");

        assertThat(settings("secret", false).toString()).doesNotContain("secret");
        assertThatThrownBy(() -> hub("secret").pull(MODEL, TransferListener.NONE))
                .hasMessageNotContaining("secret");
    }

    @Test
    void waitsAsLongAsABusyHubAsks() {
        String soon = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                ZonedDateTime.now(ZoneOffset.UTC).minusMinutes(1));
        server.model(SIZE).refuse(429, "7").refuse(503, soon).refuse(502, "");

        assertThat(pull().resolve(WEIGHTS)).exists();
        assertThat(pauses).containsExactly(Duration.ofSeconds(7), Duration.ZERO, Duration.ofSeconds(2));
    }

    @Test
    void givesUpOnAHubThatStaysBusyOrAsksForTooLong() {
        IntStream.range(0, 5).forEach(i -> server.refuse(503, ""));
        refuses("says 503 to 5 requests; try again later.");

        server.refuse(429, "3600");
        refuses("says 429 to 1 requests and to come back after 3600; try again later, or set HF_TOKEN");
    }

    @Test
    void saysThatTheHubCannotBeReached() {
        server.close();

        refuses("must be reachable to fetch hf://owner/model, but is not");
        assertThat(pauses).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../escape.json",
                "a/../../escape.json",
                "/etc/escape.json",
                "a\\..\\escape.json",
                "C:escape.json"
            })
    void refusesNamesThatLeadOutOfTheCache(String name) throws IOException {
        server.model(SIZE).file(name, "{}");

        refuses("must be a relative path without \"..\"");
        nothingIsTakenForWhole();
    }

    @Test
    void refusesChecksumsAndCommitsThatArePaths() throws IOException {
        server.model(SIZE).lie("config.json", "../../../escape", "2");
        refuses("An ETag must be letters, digits");

        server.commit("../../escape");
        refuses("A commit must be hexadecimal digits");
        nothingIsTakenForWhole();
    }

    @Test
    void fetchesTheShardsThatTheIndexNames() {
        server.file("config.json", "{}")
                .file(
                        "model.safetensors.index.json",
                        "{\"weight_map\": {\"a\": \"s-1.safetensors\", \"b\": \"s-2.safetensors\"}}")
                .file("s-1.safetensors", "one")
                .file("s-2.safetensors", "two")
                .file("s-3.safetensors", "three");

        assertThat(names(pull()))
                .containsExactly("config.json", "model.safetensors.index.json", "s-1.safetensors", "s-2.safetensors");
        server.file("model.safetensors.index.json", "{\"weight_map\": {\"a\": \"s-4.safetensors\"}}")
                .commit(FakeHub.COMMIT.replace('0', 'e'));
        refuses("must hold s-4.safetensors, but does not");
        assertThat(hub().cached(MODEL)).isPresent();
    }

    @Test
    void takesNoSnapshotForWholeThatLacksItsWeights() throws IOException {
        server.model(SIZE);
        Path folder = pull();

        Files.delete(folder.resolve(WEIGHTS));
        assertThat(hub().cached(MODEL)).isEmpty();
        Files.delete(cache.resolve("models--owner--model/blobs/" + FakeHub.etag(server.content(WEIGHTS), true)));
        hub().get(MODEL, TransferListener.NONE);
        assertThat(hub().cached(MODEL)).contains(folder);
    }

    @Test
    void fetchesWhatAnotherProgramDidNotWant() throws IOException {
        server.model(SIZE).file("generation_config.json", "{}");
        Path folder = pullAsAnotherProgram();

        assertThat(hub().get(MODEL, TransferListener.NONE)).isEqualTo(folder);

        assertThat(names(folder)).containsExactly("config.json", "generation_config.json", WEIGHTS, "tokenizer.json");
        assertThat(server.contents(WEIGHTS)).isOne();
        int asked = server.requests().size();
        hub().get(MODEL, TransferListener.NONE);
        assertThat(server.requests()).hasSize(asked);
    }

    @Test
    void usesWhatAnotherProgramLeftWhereTheHubCannotBeAsked() throws IOException {
        server.model(SIZE);
        Path folder = pullAsAnotherProgram();
        server.refuse(401, "");

        assertThat(hub().get(MODEL, TransferListener.NONE)).isEqualTo(folder);
        assertThat(offline().get(MODEL, TransferListener.NONE)).isEqualTo(folder);
    }

    /** Programs that need no tokenizer fetch none, and nobody knows what else the repository lacks. */
    private Path pullAsAnotherProgram() throws IOException {
        Path folder = pull();
        Files.delete(folder.resolve("tokenizer.json"));
        Files.deleteIfExists(folder.resolve("generation_config.json"));
        try (Stream<Path> marks = Files.walk(cache.resolve("models--owner--model/.no_exist"))) {
            for (Path mark : marks.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(mark);
            }
        }
        return folder;
    }

    @Test
    void fetchesOneGgufFileByName() {
        server.model(SIZE).file("small-Q4_0.gguf", "four").file("small-Q8_0.gguf", "eight");

        Path file = hub().pull(HubLocation.of("hf://owner/model@main/small-Q8_0.gguf"), TransferListener.NONE);

        assertThat(file).hasContent("eight");
        assertThat(file.resolveSibling("tokenizer.json")).exists();
        assertThat(server.contents("small-Q4_0.gguf") + server.contents(WEIGHTS))
                .isZero();
    }

    @Test
    void fetchesAnExportWhereThereAreNoSafetensors() {
        server.file("config.json", "{}")
                .file("tokenizer.json", "{}")
                .file("onnx/decoder_model_merged.onnx", "decoder")
                .file("onnx/decoder_model_merged_q4.onnx", "no part of it")
                .file("onnx/encoder_model.onnx", "encoder")
                .file("onnx/encoder_model.onnx_data", "weights");

        Path folder = pull();

        assertThat(names(folder.resolve("onnx")))
                .containsExactly("decoder_model_merged.onnx", "encoder_model.onnx", "encoder_model.onnx_data");
        assertThat(hub().cached(MODEL)).contains(folder);
    }

    @Test
    void fetchesTheExportThatIsNamed() {
        server.model(SIZE)
                .file("onnx/model.onnx", "full")
                .file("onnx/model_q4.onnx", "four")
                .file("onnx/embed_tokens.onnx", "rows")
                .file("onnx/vision_encoder_q4.onnx", "pictures");
        HubLocation location = HubLocation.of("hf://owner/model/onnx/model_q4.onnx");

        Path graph = hub().pull(location, TransferListener.NONE);

        assertThat(graph).hasContent("four");
        assertThat(names(graph.resolveSibling("")))
                .containsExactly("embed_tokens.onnx", "model_q4.onnx", "vision_encoder_q4.onnx");
        assertThat(graph.resolveSibling("../config.json")).exists();
        assertThat(server.contents(WEIGHTS)).isZero();
        assertThat(hub().cached(location)).contains(graph);
    }

    /** The graph that was fetched alone is no reason to run it where its checkpoint is meant. */
    @Test
    void fetchesTheCheckpointOfAModelWhoseExportIsCached() {
        server.model(SIZE).file("onnx/model.onnx", "full");
        hub().pull(HubLocation.of("hf://owner/model/onnx/model.onnx"), TransferListener.NONE);

        assertThat(hub().cached(MODEL)).isEmpty();
        assertThat(hub().get(MODEL, TransferListener.NONE).resolve(WEIGHTS)).exists();
    }

    @Test
    void saysWhichGraphsThereAre() {
        server.model(SIZE).file("onnx/model.onnx", "full").file("onnx/embed_tokens.onnx", "rows");

        assertThatThrownBy(
                        () -> hub().pull(HubLocation.of("hf://owner/model/onnx/model_q4.onnx"), TransferListener.NONE))
                .isInstanceOf(ModelLoadException.class)
                .hasMessageContaining("its graphs are [onnx/model.onnx, onnx/embed_tokens.onnx]");
        assertThat(server.contents("onnx/embed_tokens.onnx")).isZero();
    }

    @Test
    void saysWhichGgufFilesThereAreAndThatPicklesAreNotRead() {
        server.file("config.json", "{}").file("pytorch_model.bin", "pickled");
        refuses("its pickled weights are not read, for they hold code");

        server.file("small-Q4_0.gguf", "four");
        refuses("name one of its GGUF files: [hf://owner/model/small-Q4_0.gguf]");
    }

    @Test
    void downloadsOnceForManyThreads() {
        server.model(3_000_000);

        List<CompletableFuture<Path>> all = IntStream.range(0, 6)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> hub().pull(MODEL, TransferListener.NONE)))
                .toList();

        assertThat(all).allMatch(each -> Files.exists(each.join().resolve(WEIGHTS)));
        assertThat(server.contents(WEIGHTS)).isOne();
    }

    @Test
    void tellsHowADownloadGoesOn() {
        server.model(SIZE);
        List<Long> heard = new ArrayList<>();

        hub().pull(MODEL, (file, bytes, size) -> {
            if (file.equals(WEIGHTS)) {
                assertThat(size).isEqualTo(SIZE);
                heard.add(bytes);
            }
        });

        assertThat(heard).isSorted().hasSizeGreaterThan(2).last().isEqualTo((long) SIZE);
        assertThat(heard.stream().filter(bytes -> bytes == SIZE)).hasSize(1);
    }

    @Test
    void listsVerifiesAndRemovesWhatIsCached() throws IOException {
        server.model(SIZE);
        assertThat(hub().list()).isEmpty();
        Path folder = pull();

        assertThat(hub().list())
                .containsExactly(new CachedModel("owner/model", FakeHub.COMMIT, folder, 3, SIZE + 2 + 13));
        assertThat(hub().verify(MODEL)).isEmpty();
        byte[] damaged = server.content(WEIGHTS).clone();
        damaged[77] ^= 1;
        Files.write(folder.resolve(WEIGHTS).toRealPath(), damaged);
        assertThat(hub().verify(MODEL)).containsExactly(WEIGHTS);

        assertThat(hub().remove(MODEL)).isTrue();
        assertThat(hub().remove(MODEL)).isFalse();
        assertThat(hub().cached(MODEL)).isEmpty();
        assertThatThrownBy(() -> hub().verify(MODEL)).hasMessageContaining("is not in the cache");
    }

    private void refuses(String message) {
        assertThatThrownBy(this::pull).isInstanceOf(ModelLoadException.class).hasMessageContaining(message);
    }

    /** No link to weights, and nothing outside the cache. */
    private void nothingIsTakenForWhole() throws IOException {
        assertThat(hub().cached(MODEL)).isEmpty();
        try (Stream<Path> all = Files.walk(cache)) {
            assertThat(all.map(Path::getFileName).map(String::valueOf))
                    .noneMatch(name -> name.equals(WEIGHTS) || name.startsWith("escape"));
        }
        assertThat(cache.resolveSibling("escape")).doesNotExist();
        assertThat(cache.resolveSibling("escape.json")).doesNotExist();
    }

    /** What a process leaves behind that ends in the middle. */
    private void leave(byte[] bytes) throws IOException {
        Path blobs = Files.createDirectories(cache.resolve("models--owner--model/blobs"));
        Files.write(blobs.resolve(FakeHub.etag(server.content(WEIGHTS), true) + ".incomplete"), bytes);
    }

    private static List<String> names(Path folder) {
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path pull() {
        return hub().pull(MODEL, TransferListener.NONE);
    }

    private ModelHub hub() {
        return hub(null);
    }

    private ModelHub hub(@Nullable String token) {
        return new ModelHub(settings(token, false), pauses::add, Duration.ofMillis(500));
    }

    private ModelHub offline() {
        return new ModelHub(settings(null, true), pauses::add, Duration.ofMillis(500));
    }

    private HubSettings settings(@Nullable String token, boolean offline) {
        return new HubSettings(server.endpoint(), cache, token, offline);
    }
}

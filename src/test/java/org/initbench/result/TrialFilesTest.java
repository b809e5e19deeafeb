package org.initbench.result;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.codec.digest.MurmurHash3;
import org.initbench.result.LayerRow.Bin;
import org.initbench.result.LayerRow.Statistics;
import org.initbench.testing.Trials;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Guards against a trial that reads back as another than was kept, down to the last bit and to what was not measured. */
class TrialFilesTest {

    private static final TrialResult HALF = Trials.withLoss("zeros", 0, 0.5);

    /** Flags, time and operating system, which say nothing of the content. */
    private static final int GZIP_HEADER = 10;

    private static final double INFINITE = Double.POSITIVE_INFINITY;

    private final TrialFiles files;

    TrialFilesTest(@TempDir Path folder) {
        this.files = new TrialFiles(folder.resolve("trials"));
    }

    static List<Outcome> outcomes() {
        return List.of(
                new Outcome.Completed(),
                new Outcome.Diverged("loss NaN at iteration 3"),
                new Outcome.Failed("\"quoted\"\n\u0000 ünï"),
                new Outcome.Skipped("odd widths"));
    }

    @ParameterizedTest
    @MethodSource("outcomes")
    void everyOutcomeComesBack(Outcome outcome) throws IOException {
        TrialResult trial = Trials.ended("he_normal", 2, outcome);
        files.write(trial);
        assertThat(files.read(trial.key())).contains(trial);
    }

    @Test
    void everyPartComesBackToTheLastBit() throws IOException {
        Statistics statistics =
                new Statistics(7, Double.MIN_VALUE, -0.0, -INFINITE, INFINITE, Double.NaN, Math.PI, 1.0 / 3);
        TrialResult trial = new TrialResult(
                new TrialKey("moons", "network.activation=relu;network.depth=5", "normal(std=0.01)", 1e-300, 3),
                new Outcome.Completed(),
                "make_moons",
                15_000,
                15_000,
                new Scores(Double.NaN, null),
                new Scores(null, 0.1),
                0.99,
                INFINITE,
                List.of(new CurvePoint(0, 0, 0.1, new Scores(INFINITE, 0.5), Scores.NONE)),
                List.of(
                        new LayerRow(1, 2, "0_W", Quantity.WEIGHT, statistics, null, 0.5, Double.NaN, null, List.of()),
                        new LayerRow(
                                1,
                                2,
                                "0",
                                Quantity.ACTIVATION,
                                statistics,
                                0.25,
                                null,
                                null,
                                0.75,
                                List.of(new Bin(-INFINITE, 0.1, 3), new Bin(0.1, 0.2, Long.MAX_VALUE)))),
                List.of(new Prediction("test", 1, 0, 0.3, -1, 2)),
                List.of(new PlanePoint(-1.5, 2.5, Math.nextUp(0.5))),
                List.of(new WeightValue(0, 1, "1_b", 2, 3, -4e-320)),
                List.of(new AdjustmentRow(0, "layer0", 1.05, 2)),
                List.of(new PredictedValue("test", 4, 1, 2.5, 0.1 + 0.2)),
                List.of(new SpectrumRow(0, 1, "1_W", "weight", 2, Math.nextUp(1.0), null)),
                TrialFacts.NONE,
                Kept.ALL,
                new Timing(1.5, 2.5, 0.125, 3, 0));
        files.write(trial);
        assertThat(files.read(trial.key())).contains(trial);
    }

    @Test
    void aTrialThatHasNotEndedIsNotThere() throws IOException {
        assertThat(files.read(HALF.key())).isEmpty();
        assertThat(files.exists(HALF.key())).isFalse();
        assertThat(files.files()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{", "null", "{\"version\":1,\"trial\":null}", "{\"version\":2}", "[1]", "\u0000\u0000"})
    void aDamagedFileIsNoTrial(String content) throws IOException {
        files.write(HALF);
        Path file = files.file(HALF.key());
        Files.writeString(file, content);
        assertThat(files.read(HALF.key())).isEmpty();
        assertThat(files.readAny(file)).isEmpty();
        Files.write(file, packed(content));
        assertThat(files.read(HALF.key())).isEmpty();
    }

    @Test
    void theHeadIsThatOfTheWholeTrial() throws IOException {
        files.write(HALF);
        assertThat(files.head(HALF.key())).contains(new TrialFiles.Head(HALF.key(), HALF.outcome(), HALF.kept()));
    }

    @Test
    void theContentIsJsonWithTheChecksumOfTheTrial() throws IOException {
        files.write(HALF);
        String content = unpacked(files.file(HALF.key()));
        String trial = content.substring(content.indexOf("\"trial\":") + 8, content.length() - 1);
        JsonNode file = new ObjectMapper().readTree(content);
        assertThat(file.get("version").asInt()).isEqualTo(2);
        long[] checksum = MurmurHash3.hash128x64(trial.getBytes(StandardCharsets.UTF_8));
        assertThat(file.get("murmur3").asText()).isEqualTo(String.format("%016x%016x", checksum[0], checksum[1]));
        assertThat(file.at("/trial/train/loss").asDouble()).isEqualTo(0.5);
    }

    /** Whoever unpacks a file, changes a digit and packs it again, leaves gzip's own checksum right. */
    @Test
    void oneDigitThatWasChangedInsideIsNoticed() throws IOException {
        files.write(HALF);
        Path file = files.file(HALF.key());
        Files.write(file, packed(unpacked(file).replace("\"loss\":0.5", "\"loss\":0.4")));
        assertThat(files.read(HALF.key())).isEmpty();
        assertThat(files.exists(HALF.key())).isTrue();
        Files.write(file, packed(unpacked(file).replace("\"loss\":0.4", "\"loss\":0.5")));
        assertThat(files.read(HALF.key())).contains(HALF);
    }

    @Test
    void everyByteOfAFileThatIsFlippedOrMissingIsNoticed() throws IOException {
        files.write(HALF);
        Path file = files.file(HALF.key());
        byte[] whole = Files.readAllBytes(file);
        for (int place = GZIP_HEADER; place < whole.length; place++) {
            byte[] flipped = whole.clone();
            flipped[place] ^= 1;
            Files.write(file, flipped);
            assertThat(files.read(HALF.key())).as("byte %d", place).isEmpty();
            Files.write(file, Arrays.copyOf(whole, place));
            assertThat(files.read(HALF.key())).as("cut at %d", place).isEmpty();
        }
    }

    @Test
    void theSameTrialGivesTheSameBytesAtAnyTime() throws IOException {
        files.write(HALF);
        byte[] once = Files.readAllBytes(files.file(HALF.key()));
        assertThat(Arrays.copyOfRange(once, 4, 8)).as("time in gzip's header").containsOnly(0);
        files.write(HALF);
        assertThat(files.file(HALF.key())).hasBinaryContent(once);
    }

    @Test
    void aFileUnderAnotherTrialsNameIsNoTrial() throws IOException {
        TrialResult other = Trials.withLoss("zeros", 1, 0.5);
        files.write(HALF);
        Files.copy(files.file(HALF.key()), files.file(other.key()));
        assertThat(files.read(other.key())).isEmpty();
        assertThat(files.readAny(files.file(other.key()))).isEmpty();
        assertThat(files.readAny(files.file(HALF.key()))).contains(HALF);
    }

    @Test
    void filesOfEarlierVersionsAreReadInTheOrderOfTheirNumbers() throws IOException {
        Files.createDirectories(files.folder());
        String trial =
                """
                {"version":1,"trial":{"key":{"scenario":"moons","variant":"","init":"zeros","learningRate":0.01,\
                "repetition":2},"outcome":{"status":"diverged","reason":"NaN"},"dataset":"moons","iterations":0,"epochs":0,\
                "train":{"loss":null,"accuracy":null},"test":{"loss":null,"accuracy":null},"bestTestAccuracy":null,\
                "iterationsToTarget":null,"curve":[],"layers":[],"predictions":[],"boundary":[],"weights":[],\
                "adjustments":[],"timing":{"seconds":1,"iterationsPerSecond":0,"probeSeconds":0,"worker":0,"memory":0}}}""";
        Path hundred = Files.writeString(files.folder().resolve("100000.json"), trial);
        Path first = Files.writeString(files.folder().resolve("99999.json"), trial);
        Files.writeString(files.folder().resolve("99999.json.1.tmp"), trial);
        assertThat(files.files()).containsExactly(first, hundred);
        assertThat(files.readAny(first)).hasValueSatisfying(read -> {
            assertThat(read.key()).isEqualTo(new TrialKey("moons", "base", "zeros", 0.01, 2));
            assertThat(read.outcome()).isEqualTo(new Outcome.Diverged("NaN"));
        });
    }

    private static byte[] packed(String content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(content.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static String unpacked(Path file) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

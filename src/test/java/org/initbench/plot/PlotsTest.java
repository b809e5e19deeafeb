package org.initbench.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.initbench.plot.Runs.Recipe;
import org.initbench.result.Metric;
import org.initbench.result.Outcome;
import org.initbench.result.RunResults;
import org.initbench.result.Scores;
import org.initbench.result.TrialKey;
import org.initbench.result.TrialResult;
import org.initbench.stats.RunStatistics;
import org.initbench.testing.Trials;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Prevents a run without anything ordinary in it from ending without pictures, and pictures that nobody can open. */
class PlotsTest {

    private static final Recipe ORDINARY = new Recipe(new Outcome.Completed(), 0.25);
    private static final Outcome DIVERGED = new Outcome.Diverged("loss NaN at iteration 3");
    private static final List<String> KINDS = List.of(
            "final-test_accuracy.png",
            "learning-curves-train_loss.png",
            "learning-curves-test_loss.png",
            "learning-curves-test_accuracy.png",
            "learning-rate-sensitivity.png",
            "decision-boundary.png",
            "layer-rms.png",
            "gradient-flow.png",
            "activation-histograms.png",
            "weight-histograms.png",
            "dead-units.png",
            "saturation.png",
            "weight-maps.png");

    @TempDir
    private Path folder;

    static Stream<Arguments> degenerateRuns() {
        List<String> one = List.of("he_normal");
        List<String> two = List.of("zeros", "normal(std=0.01, mean=-1)");
        List<String> many =
                IntStream.range(0, 25).mapToObj(i -> "normal(std=" + i + ")").toList();
        List<String> none = List.of("");
        String variant =
                "network.activation=relu;network.hidden=[100,100];data.source=auto;" + "very.long=1;".repeat(20);
        return Stream.of(
                Arguments.of("nothing", Runs.of(Metric.TEST_ACCURACY)),
                Arguments.of("one repetition", Runs.grid(none, two, List.of(0.1), 1, ORDINARY)),
                Arguments.of("one initializer", Runs.grid(none, one, List.of(0.1), 3, ORDINARY)),
                Arguments.of("no variance", Runs.grid(none, two, List.of(0.1, 1.0), 3, completed(0.5))),
                Arguments.of("zeros", Runs.grid(none, two, List.of(0.0), 3, completed(0))),
                Arguments.of("NaN", Runs.grid(none, two, List.of(0.1, 1.0), 3, completed(Double.NaN))),
                Arguments.of("infinite", Runs.grid(none, two, List.of(0.1), 3, completed(Double.POSITIVE_INFINITY))),
                Arguments.of("huge", Runs.grid(none, two, List.of(0.1), 3, completed(1e300))),
                Arguments.of("tiny", Runs.grid(none, two, List.of(1e-300, 1e300), 3, completed(1e-300))),
                Arguments.of("negative", Runs.grid(none, two, List.of(0.1), 3, completed(-3))),
                Arguments.of("diverged", Runs.grid(none, two, List.of(0.1, 1.0), 3, new Recipe(DIVERGED, 1e5))),
                Arguments.of("diverged at once", Runs.of(Metric.TEST_ACCURACY, lost(DIVERGED))),
                Arguments.of("failed", Runs.of(Metric.TEST_ACCURACY, lost(new Outcome.Failed("out of memory")))),
                Arguments.of("many initializers", Runs.grid(none, many, List.of(0.1), 2, ORDINARY)),
                Arguments.of(
                        "long variants", Runs.grid(List.of(variant, variant + "x"), two, List.of(0.1), 2, ORDINARY)));
    }

    private static Recipe completed(double value) {
        return new Recipe(new Outcome.Completed(), value);
    }

    private static TrialResult lost(Outcome outcome) {
        return Trials.of(
                new TrialKey("moons", "", "zeros", 0.1, 0), outcome, Scores.NONE, Scores.NONE, null, List.of());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("degenerateRuns")
    void whateverARunHoldsItsPicturesCanBeOpened(String name, RunResults run) throws IOException {
        for (Picture picture : write(run)) {
            assertThat(picture.fileName()).matches("[a-z0-9._-]{5,120}\\.png");
            assertThat(picture.title()).startsWith("Two half circles: ");
            assertThat(picture.description()).endsWith(".");
            BufferedImage image = Objects.requireNonNull(
                    ImageIO.read(folder.resolve(picture.fileName()).toFile()));
            assertThat(image.getWidth()).isEqualTo(1800);
            assertThat(image.getHeight()).isBetween(200, 6000);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "base"})
    void everyKindOfPictureIsDrawn(String withoutGrid) throws IOException {
        List<Picture> pictures =
                write(Runs.grid(List.of(withoutGrid), List.of("zeros", "he_normal"), List.of(0.1, 1.0), 3, ORDINARY));
        assertThat(pictures).extracting(Picture::fileName).containsExactlyElementsOf(KINDS);
        assertThat(pictures).extracting(Picture::title).noneMatch(title -> title.contains("base"));
    }

    @Test
    void whatWasNotMeasuredIsNotDrawn() throws IOException {
        assertThat(write(Runs.of(Metric.TEST_ACCURACY))).isEmpty();
        assertThat(write(Runs.of(Metric.TRAIN_LOSS, Trials.withLoss("a", 0, 0.5))))
                .extracting(Picture::fileName)
                .containsExactly("final-train_loss.png");
    }

    @Test
    void aGridWritesOneSetOfPicturesForEachVariantAtMost() throws IOException {
        List<String> variants = List.of("network.depth=5", "network.depth=10", "network.depth=20");
        List<Picture> pictures = write(Runs.grid(variants, List.of("a", "b"), List.of(0.1), 1, ORDINARY));
        assertThat(pictures)
                .extracting(Picture::fileName)
                .doesNotHaveDuplicates()
                .hasSize(5 + 7 * variants.size());
        assertThat(pictures).extracting(Picture::fileName).contains("gradient-flow-depth_20.png", "layer-rms.png");
    }

    @Test
    void theSameRunGivesTheSameBytes() throws IOException {
        RunResults run = Runs.grid(List.of(""), List.of("zeros", "he_normal"), List.of(0.1), 3, ORDINARY);
        List<Picture> pictures = write(run);
        Path again = folder.resolve("again");
        Plots.write(run, RunStatistics.of(run), again);
        for (Picture picture : pictures) {
            assertThat(again.resolve(picture.fileName())).hasSameBinaryContentAs(folder.resolve(picture.fileName()));
        }
    }

    private List<Picture> write(RunResults run) throws IOException {
        return Plots.write(run, RunStatistics.of(run), folder);
    }
}

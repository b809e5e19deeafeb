package org.initbench.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Rectangle;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.initbench.result.Metric;
import org.initbench.result.Outcome;
import org.initbench.result.RunResults;
import org.initbench.result.Scores;
import org.initbench.result.TrialKey;
import org.initbench.result.TrialResult;
import org.initbench.testing.Trials;
import org.jfree.chart.annotations.XYPointerAnnotation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.data.Range;
import org.junit.jupiter.api.Test;

/** Prevents accuracies above 1, the best somewhere in the middle, and good initializers in one dot because another is lost. */
class FinalMetricTest {

    @Test
    void theAxisOfAnAccuracyEndsAt0And1() {
        ValueAxis high = Axes.metric(Metric.TEST_ACCURACY, new double[] {0.5, 1});
        assertThat(high.getUpperBound()).isEqualTo(1);
        assertThat(high.getLowerBound()).isBetween(0.45, 0.5);
        ValueAxis low = Axes.metric(Metric.TRAIN_ACCURACY, new double[] {-0.2, 0.5, 1.3});
        assertThat(low.getRange()).isEqualTo(new Range(0, 1));
        assertThat(Axes.metric(Metric.TEST_ACCURACY, new double[] {1, 1}).getUpperBound())
                .isEqualTo(1);
        assertThat(Axes.metric(Metric.TEST_ACCURACY, new double[] {0, 0}).getLowerBound())
                .isZero();
        assertThat(Axes.metric(Metric.TEST_LOSS, new double[] {0.5, 1}).getUpperBound())
                .isGreaterThan(1);
    }

    @Test
    void aMarkerAtTheEndOfAnAxisIsDrawnAsAWhole() {
        XYPlot plot = Axes.markers(Axes.between("", 0, 1), Axes.between("", 0, 1));
        Series.points(plot, new double[] {1}, new double[] {0.5}, Color.RED, new Rectangle(-10, -10, 20, 20), true);
        BufferedImage image = new BufferedImage(400, 300, BufferedImage.TYPE_INT_RGB);
        plot.draw(image.createGraphics(), new Rectangle2D.Double(0, 0, 400, 300), null, null, null);
        long red = IntStream.range(0, 400 * 300)
                .filter(i -> image.getRGB(i % 400, i / 400) == Color.RED.getRGB())
                .count();
        assertThat(red).isBetween(400L, 500L);
    }

    @Test
    void theBestStandsAtTheTopAndWhatHasNoResultAtTheBottom() {
        List<TrialResult> trials =
                List.of(lost("gone"), accuracy("good", 0, 0.8), accuracy("best", 0, 0.9), accuracy("bad", 0, 0.7));
        assertThat(names(plot(Metric.TEST_ACCURACY, trials))).containsExactly("best", "good", "bad", "gone");
        assertThat(names(plot(
                        Metric.TRAIN_LOSS, List.of(Trials.withLoss("high", 0, 0.4), Trials.withLoss("low", 0, 0.3)))))
                .containsExactly("low", "high");
    }

    @Test
    void whatIsLostLeavesTheAxisToTheLeadersAndIsNamedAtItsEdge() {
        XYPlot plot = plot(
                Metric.TEST_ACCURACY,
                List.of(accuracy("a", 0, 0.97), accuracy("b", 0, 0.98), accuracy("zeros", 0, 0.1136)));
        assertThat(plot.getDomainAxis().getLowerBound()).isBetween(0.96, 0.97);
        assertThat(plot.getAnnotations()).singleElement().satisfies(annotation -> {
            XYPointerAnnotation arrow = (XYPointerAnnotation) annotation;
            assertThat(arrow.getText()).isEqualTo("0.114");
            assertThat(arrow.getX()).isEqualTo(plot.getDomainAxis().getLowerBound());
            assertThat(arrow.getY()).isZero();
        });
        XYPlot whole = plot(
                Metric.TEST_ACCURACY, List.of(accuracy("a", 0, 0.5), accuracy("b", 0, 0.9), accuracy("c", 0, 0.1)));
        assertThat(whole.getAnnotations()).isEmpty();
        assertThat(whole.getDomainAxis().getLowerBound()).isLessThan(0.1);
    }

    @Test
    void leadersAreTheLargestGroupOfTwoBestOrMoreBelowATenthOfTheSpan() {
        assertThat(count(0.98, 0.97, 0.11)).isEqualTo(2);
        assertThat(count(0.98, 0.97, 0.96, 0.2, 0.11)).isEqualTo(3);
        assertThat(count(0.98, 0.5, 0.11)).isEqualTo(3);
        assertThat(count(0.98, 0.11)).isEqualTo(2);
        assertThat(count(0.98, 0.12, 0.11)).isEqualTo(3);
        assertThat(count(1, 1, 1, 0.5)).isEqualTo(4);
        assertThat(count(1)).isEqualTo(1);
        assertThat(count()).isZero();
        assertThat(Leaders.count(new double[] {1e-6, 1e-4, 1e-2, 10}, true)).isEqualTo(4);
        assertThat(Leaders.count(new double[] {1e-6, 1.2e-6, 10}, true)).isEqualTo(2);
    }

    private static int count(double... means) {
        return Leaders.count(means, false);
    }

    private static TrialResult accuracy(String init, int repetition, double accuracy) {
        return Trials.completed(Trials.key(init, repetition), Scores.NONE, new Scores(0.1, accuracy), null);
    }

    private static TrialResult lost(String init) {
        return Trials.of(
                new TrialKey("moons", "", init, 0.01, 0),
                new Outcome.Diverged("loss NaN at iteration 3"),
                Scores.NONE,
                Scores.NONE,
                null,
                List.of());
    }

    private static XYPlot plot(Metric metric, List<TrialResult> trials) {
        RunResults run = Runs.of(metric, trials);
        Sheet sheet = FinalMetric.sheets(run, new Palette(run.initializers()))
                .findFirst()
                .orElseThrow();
        return sheet.sections().get(0).panels().get(0).plot().orElseThrow();
    }

    /** From top to bottom. */
    private static List<String> names(XYPlot plot) {
        NumberAxis axis = (NumberAxis) plot.getRangeAxis();
        List<String> names = new ArrayList<>();
        for (double row = Math.floor(axis.getUpperBound()); row >= 0; row--) {
            names.add(axis.getNumberFormatOverride().format(row));
        }
        return names;
    }
}

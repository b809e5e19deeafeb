package org.initbench.plot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.initbench.result.Metric;
import org.initbench.result.Outcome;
import org.initbench.result.RunResults;
import org.initbench.result.Scores;
import org.initbench.result.TrialKey;
import org.initbench.result.TrialResult;
import org.initbench.stats.RunStatistics;
import org.initbench.testing.Trials;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.data.xy.XYDataset;
import org.junit.jupiter.api.Test;

/** Prevents a trend in the order of the file instead of the number, and one that mixes variants which differ elsewhere. */
class TrendTest {

    @Test
    void aLineRunsOverTheNumbersInOrder() throws JsonProcessingException {
        Sheet sheet =
                sheet("{\"network.depth\": [20, 5, 10]}", "network.depth=20", "network.depth=5", "network.depth=10");
        assertThat(sheet.fileName()).isEqualTo("trend-test_accuracy.png");
        assertThat(sheet.title()).endsWith("test accuracy over network.depth");
        XYPlot plot = sheet.sections().get(0).panels().get(0).plot().orElseThrow();
        XYDataset line = plot.getDataset(plot.getDatasetCount() - 1);
        assertThat(IntStream.range(0, 3).mapToObj(i -> List.of(line.getXValue(0, i), line.getYValue(0, i))))
                .containsExactly(List.of(5.0, 0.2), List.of(10.0, 0.1), List.of(20.0, 0.05));
        assertThat(plot.getDomainAxis()).isInstanceOf(MarkedAxis.class);
    }

    @Test
    void numbersThatSpanMuchStandOnALogarithmicAxis() {
        assertThat(Axes.marked("", new double[] {8, 64})).isInstanceOf(MarkedAxis.class);
        assertThat(Axes.marked("", new double[] {8, 65})).isInstanceOf(LogAxis.class);
        assertThat(Axes.marked("", new double[] {0, 65})).isInstanceOf(MarkedAxis.class);
    }

    @Test
    void otherAxesMakePanels() throws JsonProcessingException {
        Sheet sheet = sheet(
                "{\"network.depth\": [5, 10], \"network.activation\": [\"relu\", \"tanh\"]}",
                "network.depth=5;network.activation=relu",
                "network.depth=5;network.activation=tanh",
                "network.depth=10;network.activation=relu",
                "network.depth=10;network.activation=tanh");
        assertThat(sheet.sections().get(0).panels())
                .extracting(Panel::title)
                .containsExactly("network.activation=relu", "network.activation=tanh");
    }

    @Test
    void whatDidNotCompleteIsNamed() throws JsonProcessingException {
        Sheet sheet = sheet("{\"network.depth\": [5, 10]}", "network.depth=5", "network.depth=10");
        assertThat(sheet.sections().get(0).panels().get(0).notes())
                .containsExactly("zeros: did not complete in 1 of 1 at 5, 1 of 1 at 10");
    }

    @Test
    void withoutNumbersThereIsNoTrend() throws JsonProcessingException {
        RunResults run = run("{\"network.activation\": [\"relu\", \"tanh\"]}", "network.activation=relu");
        assertThat(Trend.sheets(run, new Palette(run.initializers()), RunStatistics.of(run)))
                .isEmpty();
    }

    private static Sheet sheet(String grid, String... variants) throws JsonProcessingException {
        RunResults run = run(grid, variants);
        return Trend.sheets(run, new Palette(run.initializers()), RunStatistics.of(run))
                .findFirst()
                .orElseThrow();
    }

    /** {@code zeros} diverges, {@code he_normal} reaches 1 / depth. */
    private static RunResults run(String grid, String... variants) throws JsonProcessingException {
        List<TrialResult> trials = new ArrayList<>();
        for (String variant : variants) {
            double depth = Double.parseDouble(variant.replaceAll("\\D", "") + ".0");
            trials.add(Trials.of(
                    new TrialKey("study", variant, "zeros", 0.1, 0),
                    new Outcome.Diverged("loss NaN at iteration 3"),
                    Scores.NONE,
                    Scores.NONE,
                    null,
                    List.of()));
            trials.add(Trials.completed(
                    new TrialKey("study", variant, "he_normal", 0.1, 0),
                    Scores.NONE,
                    new Scores(0.1, 1 / depth),
                    null));
        }
        ObjectNode study = (ObjectNode) new ObjectMapper().readTree("{\"grid\": " + grid + "}");
        return new RunResults("study", "Study", Metric.TEST_ACCURACY, 0.9, study, trials, Trials.layers(trials));
    }
}

package org.initbench.plot;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.initbench.plot.Sheet.Section;
import org.initbench.result.PredictedValue;
import org.initbench.result.Rounded;
import org.initbench.result.RunResults;
import org.initbench.result.Scores;
import org.initbench.result.TrialResult;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;

/** The values that each initializer's network predicts, over those that they are. */
final class PredictedAgainstTrue {

    private static final int MOST_PANELS_IN_A_ROW = 3;
    private static final Shape DOT = new Ellipse2D.Double(-4, -4, 8, 8);
    private static final int R2_DIGITS = 4;
    private static final Color EXACT = new Color(0x888888);

    private PredictedAgainstTrue() {}

    /** A sheet for each variant of a study that learns values. */
    static Stream<Sheet> sheets(RunResults run) {
        return Slice.atOneRate(run).stream()
                .filter(slice -> slice.trials().stream()
                        .anyMatch(trial -> !trial.predictedValues().isEmpty()))
                .map(PredictedAgainstTrue::sheet);
    }

    private static Sheet sheet(Slice slice) {
        NumberAxis axis = axis(slice);
        List<Panel> panels = slice.initializers().stream()
                .map(init -> panel(slice, init, axis))
                .toList();
        return new Sheet(
                FileNames.of("predicted-against-true", slice.variant()),
                slice.titled("predicted against true"),
                "Points: the first test examples, or training examples where there are none, in the unit of the data; on the line a "
                        + "prediction is exact. One axis for all panels. The first repetition.",
                Math.min(MOST_PANELS_IN_A_ROW, panels.size()),
                540,
                List.of(new Section("", null, panels)),
                List.of());
    }

    /** What networks that learned something predict lies where the values do; what does not is cut. */
    private static NumberAxis axis(Slice slice) {
        return Axes.linear("", values(slice).mapToDouble(PredictedValue::value).toArray());
    }

    private static Stream<PredictedValue> values(Slice slice) {
        return slice.initializers().stream().flatMap(init -> slice.of(init).get(0).predicted().stream());
    }

    private static Panel panel(Slice slice, String init, NumberAxis shared) {
        TrialResult trial = slice.of(init).get(0);
        List<PredictedValue> shown = trial.predicted();
        List<String> notes = new ArrayList<>();
        if (!slice.endings(init).isEmpty()) {
            notes.add(slice.endings(init));
        }
        if (shown.isEmpty()) {
            return Panel.empty(init, String.join("; ", notes));
        }
        double low = shared.getLowerBound();
        double high = shared.getUpperBound();
        XYPlot plot = Axes.plot(
                Axes.sparse(Axes.between("true", low, high)), Axes.sparse(Axes.between("predicted", low, high)));
        double[] ends = {low, high};
        Series.line(plot, ends, ends, EXACT, Palette.solid(2), null);
        Series.points(
                plot,
                shown.stream().mapToDouble(PredictedValue::value).toArray(),
                shown.stream().mapToDouble(PredictedValue::predicted).toArray(),
                Colors.diverging(-0.8),
                DOT,
                true);
        long outside = shown.stream()
                .filter(each -> !(each.predicted() >= low && each.predicted() <= high))
                .count();
        if (outside > 0) {
            notes.add(outside + (outside == 1 ? " prediction is" : " predictions are") + " outside of the axis");
        }
        boolean isTest = shown.get(0).split().equals("test");
        Scores scores = isTest ? trial.test() : trial.train();
        Double r2 = scores.r2();
        if (r2 != null) {
            notes.add((isTest ? "test" : "training") + " R² " + Rounded.text(r2, R2_DIGITS));
        }
        return Panel.of(init, notes, plot);
    }
}

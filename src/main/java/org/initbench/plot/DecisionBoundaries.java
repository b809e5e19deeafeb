package org.initbench.plot;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.initbench.plot.Sheet.Section;
import org.initbench.result.PlanePoint;
import org.initbench.result.Prediction;
import org.initbench.result.RunResults;
import org.initbench.result.TrialResult;
import org.jfree.chart.plot.XYPlot;

/** What each initializer's network makes of the plane, with the examples on it. */
final class DecisionBoundaries {

    private static final int MOST_PANELS_IN_A_ROW = 3;
    private static final Shape CIRCLE = new Ellipse2D.Double(-6, -6, 12, 12);
    private static final Shape SQUARE = new Rectangle2D.Double(-5, -5, 10, 10);

    private DecisionBoundaries() {}

    /** A sheet for each variant of a study with two inputs. */
    static Stream<Sheet> sheets(RunResults run) {
        return Slice.atOneRate(run).stream()
                .filter(slice -> slice.trials().stream()
                        .anyMatch(trial -> !trial.boundary().isEmpty()))
                .map(DecisionBoundaries::sheet);
    }

    private static Sheet sheet(Slice slice) {
        List<Panel> panels =
                slice.initializers().stream().map(init -> panel(slice, init)).toList();
        return new Sheet(
                FileNames.of("decision-boundary", slice.variant()),
                slice.titled("decision boundaries"),
                "Background: the trained network's probability of class 1, the boundary runs where blue meets orange; points: test "
                        + "examples, or the training examples where there are none. The first repetition.",
                Math.min(MOST_PANELS_IN_A_ROW, panels.size()),
                540,
                List.of(new Section("", null, panels)),
                List.of(
                        new LegendItem("class 0", Colors.diverging(-0.8), null, CIRCLE),
                        new LegendItem("class 1", Colors.diverging(0.8), null, SQUARE),
                        LegendItem.patch("surely 0", Colors.probability(0)),
                        LegendItem.patch("rather 0", Colors.probability(0.49)),
                        LegendItem.patch("rather 1", Colors.probability(0.5)),
                        LegendItem.patch("surely 1", Colors.probability(1)),
                        LegendItem.patch("not a number", Colors.MISSING)));
    }

    private static Panel panel(Slice slice, String init) {
        TrialResult trial = slice.of(init).get(0);
        List<PlanePoint> plane = trial.boundary();
        List<String> notes = new ArrayList<>();
        if (!slice.endings(init).isEmpty()) {
            notes.add(slice.endings(init));
        }
        if (plane.isEmpty()) {
            return new Panel(init, notes, Optional.empty());
        }
        int width = (int) plane.stream()
                .takeWhile(point -> point.x2() == plane.get(0).x2())
                .count();
        int height = plane.size() / width;
        double[][] probabilities = new double[height][width];
        for (int i = 0; i < width * height; i++) {
            probabilities[i / width][i % width] = plane.get(i).probability();
        }
        PlanePoint first = plane.get(0);
        PlanePoint last = plane.get(plane.size() - 1);
        XYPlot plot = HeatMap.plot(
                probabilities,
                Colors::probability,
                Axes.between("x1", first.x1(), last.x1()),
                Axes.between("x2", first.x2(), last.x2()));
        String split =
                trial.predictions().stream().anyMatch(each -> each.split().equals("test")) ? "test" : "train";
        addPoints(plot, trial.predictions(), split, 0, CIRCLE);
        addPoints(plot, trial.predictions(), split, 1, SQUARE);
        Double accuracy =
                split.equals("test") ? trial.test().accuracy() : trial.train().accuracy();
        if (accuracy != null) {
            notes.add((split.equals("test") ? "test" : "training") + " accuracy " + Axes.plain(accuracy));
        }
        return Panel.of(init, notes, plot);
    }

    private static void addPoints(XYPlot plot, List<Prediction> predictions, String split, int label, Shape shape) {
        List<Prediction> points = predictions.stream()
                .filter(each -> each.split().equals(split) && each.label() == label)
                .toList();
        double[] x = points.stream().mapToDouble(Prediction::x1).toArray();
        double[] y = points.stream().mapToDouble(Prediction::x2).toArray();
        Series.points(plot, x, y, Color.WHITE, grown(shape), true);
        Series.points(plot, x, y, Colors.diverging(label == 0 ? -0.8 : 0.8), shape, true);
    }

    private static Shape grown(Shape shape) {
        return AffineTransform.getScaleInstance(1.35, 1.35).createTransformedShape(shape);
    }
}

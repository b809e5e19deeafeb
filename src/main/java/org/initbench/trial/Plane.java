package org.initbench.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.initbench.data.Examples;
import org.initbench.data.TrialData;
import org.initbench.result.PlanePoint;
import org.initbench.result.Prediction;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** What a two-class network with two inputs says of its examples and of the plane around them. */
final class Plane {

    private static final int POINTS_PER_SIDE = 100;
    private static final double MARGIN = 0.1;

    private Plane() {}

    /** Whether the data are points of a plane with two classes. */
    static boolean fits(TrialData data) {
        INDArray features = data.train().features();
        return data.train().isLabeled()
                && features.rank() == 2
                && features.size(1) == 2
                && data.train().labels().size(1) == 1;
    }

    /** The probability of class 1 for each example, training examples first. */
    static List<Prediction> predictions(Evaluation network, TrialData data) {
        List<Prediction> predictions = new ArrayList<>();
        addPredictions(predictions, "train", network, data.train());
        data.test().ifPresent(test -> addPredictions(predictions, "test", network, test));
        return predictions;
    }

    private static void addPredictions(
            List<Prediction> predictions, String split, Evaluation network, Examples examples) {
        INDArray points = examples.features();
        INDArray output = network.output(points, 1);
        for (int i = 0; i < examples.count(); i++) {
            int label = (int) examples.labels().getDouble(i, 0);
            predictions.add(new Prediction(
                    split, i, label, output.getDouble(i, 0), points.getDouble(i, 0), points.getDouble(i, 1)));
        }
    }

    /** The probability of class 1 on a grid that reaches a tenth of the data's extent beyond it, x1 varying fastest. */
    static List<PlanePoint> boundary(Evaluation network, TrialData data) {
        double[] x1 = ticks(data, 0);
        double[] x2 = ticks(data, 1);
        int count = POINTS_PER_SIDE * POINTS_PER_SIDE;
        double[] points = new double[2 * count];
        for (int i = 0; i < count; i++) {
            points[2 * i] = x1[i % POINTS_PER_SIDE];
            points[2 * i + 1] = x2[i / POINTS_PER_SIDE];
        }
        INDArray features = Nd4j.create(points, new long[] {count, 2}, 'c')
                .castTo(data.train().features().dataType());
        double[] output = network.output(features, 1).reshape(count).toDoubleVector();
        List<PlanePoint> boundary = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            boundary.add(new PlanePoint(points[2 * i], points[2 * i + 1], output[i]));
        }
        return boundary;
    }

    private static double[] ticks(TrialData data, int axis) {
        Optional<INDArray> test =
                data.test().map(examples -> examples.features().getColumn(axis));
        INDArray train = data.train().features().getColumn(axis);
        double low = Math.min(minimum(train), test.map(Plane::minimum).orElse(Double.POSITIVE_INFINITY));
        double high = Math.max(maximum(train), test.map(Plane::maximum).orElse(Double.NEGATIVE_INFINITY));
        double margin = MARGIN * (high - low);
        double[] ticks = new double[POINTS_PER_SIDE];
        for (int i = 0; i < POINTS_PER_SIDE; i++) {
            ticks[i] = low - margin + i * (high - low + 2 * margin) / (POINTS_PER_SIDE - 1);
        }
        return ticks;
    }

    private static double minimum(INDArray values) {
        return values.minNumber().doubleValue();
    }

    private static double maximum(INDArray values) {
        return values.maxNumber().doubleValue();
    }
}

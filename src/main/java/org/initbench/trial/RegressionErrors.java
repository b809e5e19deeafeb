package org.initbench.trial;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.statistics.descriptive.Mean;
import org.apache.commons.statistics.descriptive.Variance;
import org.initbench.data.TargetScale;
import org.initbench.result.RegressionScores;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Errors of values, added up over examples, in the unit of the data. */
final class RegressionErrors {

    private final TargetScale scale;
    private final List<Column> columns = new ArrayList<>();

    /** With labels that stand for values by this scale. */
    RegressionErrors(TargetScale scale) {
        this.scale = scale;
    }

    /** One of the values. */
    private static final class Column {

        private final Mean squared = Mean.create();
        private final Mean absolute = Mean.create();
        private final Variance variance = Variance.create().setBiased(true);

        void add(double output, double expected) {
            double error = output - expected;
            squared.accept(error * error);
            absolute.accept(Math.abs(error));
            variance.accept(expected);
        }

        double r2() {
            return 1 - squared.getAsDouble() / variance.getAsDouble();
        }
    }

    /** Both (labels, values). */
    void add(INDArray output, INDArray expected) {
        for (int column = 0; column < expected.size(1); column++) {
            if (columns.size() == column) {
                columns.add(new Column());
            }
            double[] given = output.getColumn(column).toDoubleVector();
            double[] wanted = expected.getColumn(column).toDoubleVector();
            for (int row = 0; row < wanted.length; row++) {
                columns.get(column).add(scale.value(column, given[row]), scale.value(column, wanted[row]));
            }
        }
    }

    /** Of several values the squared and the absolute errors, and R², are averaged over them, as scikit-learn does. */
    RegressionScores scores() {
        boolean varies = columns.stream().allMatch(column -> column.variance.getAsDouble() > 0);
        return new RegressionScores(
                Math.sqrt(mean(columns.stream()
                        .mapToDouble(column -> column.squared.getAsDouble())
                        .toArray())),
                mean(columns.stream()
                        .mapToDouble(column -> column.absolute.getAsDouble())
                        .toArray()),
                varies ? (Double) mean(columns.stream().mapToDouble(Column::r2).toArray()) : null);
    }

    private static double mean(double[] values) {
        return Mean.of(values).getAsDouble();
    }
}

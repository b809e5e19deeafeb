package org.initbench.report;

import java.util.ArrayList;
import java.util.List;
import org.initbench.report.Document.Figure;
import org.initbench.result.CurvePoint;
import org.initbench.result.Metric;
import org.initbench.result.TrialResult;
import org.jspecify.annotations.Nullable;

/** Holds the trials of repetition 0 against a published table. */
public final class DocumentComparison {

    private DocumentComparison() {}

    /** A row for each figure of an initializer that was run, in the order of the document. */
    public static List<DocumentRow> rows(Document document, List<TrialResult> trials) {
        List<DocumentRow> rows = new ArrayList<>();
        for (Figure figure : document.figures()) {
            trials.stream()
                    .filter(trial -> trial.key().init().equals(figure.init()))
                    .filter(trial -> trial.key().learningRate() == document.learningRate())
                    .filter(trial -> trial.key().repetition() == 0)
                    .forEach(trial -> rows.add(row(figure, trial)));
        }
        return rows;
    }

    private static DocumentRow row(Figure figure, TrialResult trial) {
        Double measured = measured(figure, trial);
        Double tolerance = figure.relativeTolerance()
                .map(relative -> relative * Math.abs(figure.value()))
                .orElse(null);
        Double difference = measured == null ? null : (Double) (measured - figure.value());
        Boolean matches =
                (difference == null || tolerance == null) ? null : (Boolean) (Math.abs(difference) <= tolerance);
        return new DocumentRow(
                trial.key().scenario(),
                trial.key().variant(),
                figure.init(),
                figure.quantity(),
                figure.iteration(),
                figure.value(),
                measured,
                difference,
                tolerance,
                matches);
    }

    private static @Nullable Double measured(Figure figure, TrialResult trial) {
        for (CurvePoint point : trial.curve()) {
            if (point.iteration() == figure.iteration()) {
                return Metric.named(figure.quantity()).of(point.train(), point.test());
            }
        }
        return null;
    }
}

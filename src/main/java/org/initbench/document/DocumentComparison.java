package org.initbench.document;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.initbench.document.Figure.Bound;
import org.initbench.document.Figure.Claim;
import org.initbench.result.CurvePoint;
import org.initbench.result.FigureSummary;
import org.initbench.result.LayerFigure;
import org.initbench.result.MeasuredLayers;
import org.initbench.result.MeasuredLayers.Tensor;
import org.initbench.result.Metric;
import org.initbench.result.Outcome;
import org.initbench.result.RunResults;
import org.initbench.result.TrialKey;
import org.initbench.result.TrialResult;
import org.initbench.stats.Prediction;
import org.jspecify.annotations.Nullable;

/** Holds a run against a published table. */
public final class DocumentComparison {

    private static final double ROUNDING = 1e-9;

    private final Document document;
    private final RunResults run;

    private DocumentComparison(Document document, RunResults run) {
        this.document = document;
        this.run = run;
    }

    /** What was measured in a cell: over which repetitions, and when. */
    private record Measured(FigureSummary summary, int layer, int iteration) {}

    /** A row for each figure of an initializer that was run, in the order of the document, then of the run. */
    public static List<DocumentRow> rows(Document document, RunResults run) {
        return new DocumentComparison(document, run).rows();
    }

    private List<DocumentRow> rows() {
        List<DocumentRow> rows = new ArrayList<>();
        for (Figure figure : document.figures()) {
            for (TrialKey key : keys(figure.cell())) {
                rows.add(row(figure, key));
            }
        }
        return rows;
    }

    /** One for all repetitions of a variant, initializer and learning rate. */
    private List<TrialKey> keys(Cell cell) {
        return run.trials().stream()
                .map(TrialResult::key)
                .filter(key -> key.init().equals(cell.init()))
                .filter(key -> cell.variant() == null || key.variant().equals(cell.variant()))
                .filter(key -> document.learningRate() == null || key.learningRate() == document.learningRate())
                .filter(this::isCompared)
                .map(key -> new TrialKey(key.scenario(), key.variant(), key.init(), key.learningRate(), 0))
                .distinct()
                .toList();
    }

    private boolean isCompared(TrialKey key) {
        return document.repetition() == null || key.repetition() == document.repetition();
    }

    private DocumentRow row(Figure figure, TrialKey key) {
        Cell cell = figure.cell();
        Cell under = figure.ratioTo();
        Optional<Measured> over = measured(cell, key);
        Optional<Measured> divisor = under == null ? Optional.empty() : measured(under, beside(key, under));
        boolean isComplete = over.isPresent() && (under == null || divisor.isPresent());
        Double measured = null;
        Double error = null;
        if (isComplete) {
            double mean = over.get().summary().getAverage();
            measured = divisor.map(below -> mean / below.summary().getAverage()).orElse(mean);
            error = error(figure.claim(), over.get(), divisor.orElse(null), measured);
        }
        Claim claim = figure.claim();
        Double tolerance = tolerance(claim, error);
        Double difference = measured == null ? null : (Double) (measured - claim.value());
        return new DocumentRow(
                key.scenario(),
                key.variant(),
                cell.init(),
                cell.quantity(),
                over.map(Measured::iteration).orElse(cell.iteration()),
                claim.value(),
                measured,
                difference,
                tolerance,
                matches(claim, difference, tolerance),
                cell.statistic(),
                cell.isOfLayer() ? over.map(Measured::layer).orElse(cell.layer()) : null,
                under == null ? "" : divisor(cell, under),
                claim.bound().column(),
                key.learningRate(),
                isComplete ? (int) over.get().summary().getCount() : 0);
    }

    /** Where the divisor lies: in the numerator's variant, unless it names its own. */
    private static TrialKey beside(TrialKey key, Cell under) {
        String own = under.variant();
        return new TrialKey(key.scenario(), own == null ? key.variant() : own, under.init(), key.learningRate(), 0);
    }

    /** How far chance may part the printed mean of some draws from ours; null where too few repetitions tell. */
    private static @Nullable Double error(Claim claim, Measured over, @Nullable Measured divisor, double ratio) {
        if (claim.draws() == 0 || over.summary().getCount() < Prediction.FEWEST) {
            return null;
        }
        FigureSummary summary = over.summary();
        double deviation = summary.deviation();
        if (divisor != null) {
            double relative = summary.deviation() / summary.getAverage();
            double below = divisor.summary().deviation() / divisor.summary().getAverage();
            deviation = Math.abs(ratio) * Math.hypot(relative, below);
        }
        return Prediction.half(deviation, (int) summary.getCount(), claim.draws());
    }

    private static @Nullable Double tolerance(Claim claim, @Nullable Double error) {
        if (claim.bound() != Bound.NONE || !claim.isJudged()) {
            return null;
        }
        if (claim.draws() > 0) {
            return error == null ? null : (Double) (error + claim.lastDigit());
        }
        Double given = claim.tolerance();
        return given != null ? given : (Double) (claim.lastDigit() * (1 + ROUNDING));
    }

    private static @Nullable Boolean matches(Claim claim, @Nullable Double difference, @Nullable Double tolerance) {
        if (difference == null || !claim.isJudged()) {
            return null;
        }
        return switch (claim.bound()) {
            case AT_LEAST -> difference >= 0;
            case AT_MOST -> difference <= 0;
            case NONE -> tolerance == null ? null : (Boolean) (Math.abs(difference) <= tolerance);
        };
    }

    private Optional<Measured> measured(Cell cell, TrialKey key) {
        return cell.isOfLayer() ? ofLayer(cell, key) : ofNetwork(cell, key);
    }

    private Optional<Measured> ofLayer(Cell cell, TrialKey key) {
        MeasuredLayers layers = run.layers().of(key);
        List<Tensor> tensors = layers.tensors().stream()
                .filter(tensor -> tensor.quantity().column().equals(cell.quantity()))
                .toList();
        int layer = cell.layer() != Cell.LAST
                ? cell.layer()
                : tensors.stream().mapToInt(Tensor::layer).max().orElse(0);
        LayerFigure figure = LayerFigure.COLUMNS.stream()
                .filter(each -> each.column().equals(cell.statistic()))
                .findFirst()
                .orElseThrow();
        return tensors.stream()
                .filter(tensor -> tensor.layer() == layer)
                .findFirst()
                .flatMap(tensor -> {
                    int iteration = cell.iteration() != Cell.LAST
                            ? cell.iteration()
                            : layers.iterations(tensor).stream()
                                    .max(Comparator.naturalOrder())
                                    .orElse(0);
                    return layers.of(tensor, iteration, figure).map(summary -> new Measured(summary, layer, iteration));
                });
    }

    private Optional<Measured> ofNetwork(Cell cell, TrialKey key) {
        List<TrialResult> trials = run.trials().stream()
                .filter(trial -> isOf(trial.key(), key))
                .filter(trial -> isCompared(trial.key()))
                .toList();
        FigureSummary summary = new FigureSummary();
        int iteration = cell.iteration() != Cell.LAST
                ? cell.iteration()
                : trials.stream()
                        .flatMapToInt(DocumentComparison::iterations)
                        .max()
                        .orElse(0);
        for (TrialResult trial : trials) {
            Double value = cell.quantity().equals(Cell.COMPLETED)
                    ? (Double) (trial.outcome() instanceof Outcome.Completed ? 1.0 : 0.0)
                    : onCurve(trial, Metric.named(cell.quantity()), cell.iteration());
            if (value != null) {
                summary.accept(value);
            }
        }
        return summary.getCount() == 0 ? Optional.empty() : Optional.of(new Measured(summary, 0, iteration));
    }

    private static IntStream iterations(TrialResult trial) {
        return trial.curve().stream().mapToInt(CurvePoint::iteration);
    }

    private static boolean isOf(TrialKey trial, TrialKey key) {
        return trial.variant().equals(key.variant())
                && trial.init().equals(key.init())
                && trial.learningRate() == key.learningRate();
    }

    private static @Nullable Double onCurve(TrialResult trial, Metric metric, int iteration) {
        if (iteration == Cell.LAST) {
            return trial.outcome() instanceof Outcome.Completed ? metric.of(trial.train(), trial.test()) : null;
        }
        for (CurvePoint point : trial.curve()) {
            if (point.iteration() == iteration) {
                return metric.of(point.train(), point.test());
            }
        }
        return null;
    }

    /** What of the divisor is not the numerator's. */
    private static String divisor(Cell cell, Cell under) {
        List<String> parts = new ArrayList<>();
        String variant = under.variant();
        if (variant != null && !variant.equals(cell.variant())) {
            parts.add(variant);
        }
        if (!under.init().equals(cell.init())) {
            parts.add(under.init());
        }
        String statistic = under.statistic();
        if (!under.quantity().equals(cell.quantity()) || (statistic != null && !statistic.equals(cell.statistic()))) {
            parts.add(under.quantity() + (statistic == null ? "" : " " + statistic));
        }
        if (under.isOfLayer() && under.layer() != cell.layer()) {
            parts.add(under.layer() == Cell.LAST ? "last layer" : "layer " + under.layer());
        }
        if (under.iteration() != cell.iteration()) {
            parts.add(under.iteration() == Cell.LAST ? "end" : "iteration " + under.iteration());
        }
        return String.join(", ", parts);
    }
}

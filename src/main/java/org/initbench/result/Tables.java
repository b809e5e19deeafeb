package org.initbench.result;

import java.util.function.Function;
import org.initbench.result.LayerRow.Bin;

/** The tables that hold what trials produced, one row for each item of a kind. */
public final class Tables {

    private Tables() {}

    /** A part of a trial, together with the trial. */
    public record Part<T>(TrialResult trial, T item) {}

    /** One bin of a layer's histogram. */
    public record LayerBin(LayerRow layer, Bin bin) {}

    /** {@code trials.csv}. */
    public static final Table<TrialResult> TRIALS = keyed("trials.csv", Function.<TrialResult>identity())
            .column("status", trial -> trial.outcome().status())
            .column("reason", trial -> trial.outcome().reason())
            .column("dataset", TrialResult::dataset)
            .column("iterations", TrialResult::iterations)
            .column("epochs", TrialResult::epochs)
            .column("train_loss", trial -> trial.train().loss())
            .column("train_accuracy", trial -> trial.train().accuracy())
            .column("test_loss", trial -> trial.test().loss())
            .column("test_accuracy", trial -> trial.test().accuracy())
            .column("best_test_accuracy", TrialResult::bestTestAccuracy)
            .column("iterations_to_target", TrialResult::iterationsToTarget)
            .column("train_rmse", trial -> trial.train().rmse())
            .column("train_mae", trial -> trial.train().mae())
            .column("train_r2", trial -> trial.train().r2())
            .column("test_rmse", trial -> trial.test().rmse())
            .column("test_mae", trial -> trial.test().mae())
            .column("test_r2", trial -> trial.test().r2());

    /** {@code curves.csv}. */
    public static final Table<Part<CurvePoint>> CURVES = Tables.<CurvePoint>parts("curves.csv")
            .column("iteration", part -> part.item().iteration())
            .column("epoch", part -> part.item().epoch())
            .column("step_size", part -> part.item().stepSize())
            .column("train_loss", part -> part.item().train().loss())
            .column("train_accuracy", part -> part.item().train().accuracy())
            .column("test_loss", part -> part.item().test().loss())
            .column("test_accuracy", part -> part.item().test().accuracy());

    /** {@code layers.csv}. */
    public static final Table<Part<LayerRow>> LAYERS =
            withStatistics(layer(Tables.<LayerRow>parts("layers.csv"), part -> part.item()));

    /** {@code histograms.csv}. */
    public static final Table<Part<LayerBin>> HISTOGRAMS = layer(
                    Tables.<LayerBin>parts("histograms.csv"),
                    part -> part.item().layer())
            .column("low", part -> part.item().bin().low())
            .column("high", part -> part.item().bin().high())
            .column("count", part -> part.item().bin().count());

    /** {@code predictions.csv}. */
    public static final Table<Part<Prediction>> PREDICTIONS = Tables.<Prediction>parts("predictions.csv")
            .column("split", part -> part.item().split())
            .column("index", part -> part.item().index())
            .column("label", part -> part.item().label())
            .column("probability", part -> part.item().probability())
            .column("x1", part -> part.item().x1())
            .column("x2", part -> part.item().x2());

    /** {@code predicted_values.csv}. */
    public static final Table<Part<PredictedValue>> PREDICTED_VALUES = Tables.<PredictedValue>parts(
                    "predicted_values.csv")
            .column("split", part -> part.item().split())
            .column("index", part -> part.item().index())
            .column("output", part -> part.item().output())
            .column("value", part -> part.item().value())
            .column("predicted", part -> part.item().predicted());

    /** {@code boundary.csv}. */
    public static final Table<Part<PlanePoint>> BOUNDARY = Tables.<PlanePoint>parts("boundary.csv")
            .column("x1", part -> part.item().x1())
            .column("x2", part -> part.item().x2())
            .column("probability", part -> part.item().probability());

    /** {@code weights.csv}. */
    public static final Table<Part<WeightValue>> WEIGHTS = Tables.<WeightValue>parts("weights.csv")
            .column("iteration", part -> part.item().iteration())
            .column("layer", part -> part.item().layer())
            .column("name", part -> part.item().name())
            .column("row", part -> part.item().row())
            .column("column", part -> part.item().column())
            .column("value", part -> part.item().value());

    /** {@code adjustments.csv}. */
    public static final Table<Part<AdjustmentRow>> ADJUSTMENTS = Tables.<AdjustmentRow>parts("adjustments.csv")
            .column("layer", part -> part.item().layer())
            .column("name", part -> part.item().name())
            .column("variance", part -> part.item().variance())
            .column("tries", part -> part.item().tries());

    /** {@code spectrum.csv}. */
    public static final Table<Part<SpectrumRow>> SPECTRUM = Tables.<SpectrumRow>parts("spectrum.csv")
            .column("iteration", part -> part.item().iteration())
            .column("layer", part -> part.item().layer())
            .column("name", part -> part.item().name())
            .column("quantity", part -> part.item().quantity())
            .column("index", part -> part.item().index())
            .column("value", part -> part.item().value())
            .column("theory_mean_square", part -> part.item().theoryMeanSquare());

    /** {@code timings.csv}: the one table that differs from run to run. */
    public static final Table<TrialResult> TIMINGS = keyed("timings.csv", Function.<TrialResult>identity())
            .column("seconds", trial -> trial.timing().seconds())
            .column("iterations_per_second", trial -> trial.timing().iterationsPerSecond())
            .column("probe_seconds", trial -> trial.timing().probeSeconds())
            .column("worker", trial -> trial.timing().worker())
            .column("memory_bytes", trial -> trial.timing().memory());

    private static <R> Table<R> keyed(String fileName, Function<R, TrialResult> trial) {
        return new Table<R>(fileName)
                .column("scenario", row -> trial.apply(row).key().scenario())
                .column("variant", row -> trial.apply(row).key().variant())
                .column("init", row -> trial.apply(row).key().init())
                .column("learning_rate", row -> trial.apply(row).key().learningRate())
                .column("repetition", row -> trial.apply(row).key().repetition());
    }

    private static <T> Table<Part<T>> parts(String fileName) {
        return keyed(fileName, Part::trial);
    }

    private static <R> Table<R> layer(Table<R> table, Function<R, LayerRow> layer) {
        return table.column("iteration", row -> layer.apply(row).iteration())
                .column("layer", row -> layer.apply(row).layer())
                .column("name", row -> layer.apply(row).name())
                .column("quantity", row -> layer.apply(row).quantity().column());
    }

    private static Table<Part<LayerRow>> withStatistics(Table<Part<LayerRow>> table) {
        for (LayerStatistic statistic : LayerStatistic.ALL) {
            table.column(statistic.column(), part -> statistic.value().apply(part.item()));
        }
        return table;
    }
}

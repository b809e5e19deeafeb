package org.initbench.trial;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.bytedeco.javacpp.Pointer;
import org.initbench.config.Probes;
import org.initbench.config.Study;
import org.initbench.config.Training;
import org.initbench.data.TrialData;
import org.initbench.init.Adjustment;
import org.initbench.init.Initialization;
import org.initbench.init.Seeding;
import org.initbench.init.UnsuitableInitializerException;
import org.initbench.network.Network;
import org.initbench.probe.ActivationChange;
import org.initbench.probe.ProbeListener;
import org.initbench.probe.ProbeSettings;
import org.initbench.result.AdjustmentRow;
import org.initbench.result.Kept;
import org.initbench.result.LayerRow;
import org.initbench.result.Metric;
import org.initbench.result.Outcome;
import org.initbench.result.SpectrumRow;
import org.initbench.result.Timing;
import org.initbench.result.TrialFacts;
import org.initbench.result.TrialResult;
import org.initbench.step.StepPlan;
import org.initbench.trial.Trainer.Trained;
import org.nd4j.linalg.schedule.ISchedule;

/** Runs one trial from data to measurements. Whatever goes wrong inside becomes the trial's outcome. */
public final class TrialRunner {

    private static final double NANOS_PER_SECOND = 1e9;

    private final int worker;

    /** A runner that signs its timings with this worker number. */
    public TrialRunner(int worker) {
        this.worker = worker;
    }

    /** The trial's result; it never throws for what happens inside a trial. */
    public TrialResult run(Trial trial) {
        long start = System.nanoTime();
        try {
            return runToTheEnd(trial, start);
        } catch (UnsuitableInitializerException unsuitable) {
            return ended(trial, new Outcome.Skipped(String.valueOf(unsuitable.getMessage())), start);
        } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError | OutOfMemoryError failure) {
            return ended(trial, new Outcome.Failed(reason(failure)), start);
        }
    }

    /** What went wrong; of a class that could not be initialized, why. */
    private static String reason(Throwable failure) {
        Throwable told = failure instanceof ExceptionInInitializerError && failure.getCause() != null
                ? failure.getCause()
                : failure;
        String message = told.getMessage() == null ? "" : ": " + told.getMessage();
        return told.getClass().getSimpleName() + message;
    }

    private TrialResult ended(Trial trial, Outcome outcome, long start) {
        return TrialResult.without(trial.key(), outcome, "", timing(start, 0, 0));
    }

    private TrialResult runToTheEnd(Trial trial, long start) {
        Study study = trial.study();
        int repetition = trial.key().repetition();
        TrialData data = trial.data();
        Training training = study.check()
                ? CheckBatch.of(
                        study.training(),
                        trial.scenario().activationsPerExample(),
                        data.train().count())
                : study.training();
        Batches batches = new Batches(data.train(), training, study.seed(), repetition);
        Seeding seeding = trial.scenario().seeding(study.seed(), repetition);
        Network network =
                trial.scenario().network(TrainingSetup.builder(study.training(), trial.key(), study.seed()), data);
        TrainingSetup.multiplyOwnRates(network, trial);
        List<Adjustment> adjustments = Initialization.initialize(
                network, trial.placement(), seeding, batches.at(0).features());
        network.speedUp();
        Optional<StepPlan> plan = Updates.plan(network, data);
        TheoryColumn theory = new TheoryColumn(
                network,
                trial.placement(),
                batches.at(0).first(study.probes().examples()).features());
        List<SpectrumRow> spectrum = study.probes().spectrum()
                ? Spectrum.of(network, trial.placement(), batches.at(0).features())
                : List.of();
        Kept kept = trial.kept();
        TrialFacts facts = Facts.of(
                trial, network, data, batches.at(0).features(), study.probes().includes(0) ? theory.gaps() : List.of());
        List<LayerRow> layers = new ArrayList<>();
        ProbeSettings settings = settings(study.probes(), kept);
        Optional<ActivationChange> change = study.probes().change()
                ? Optional.of(new ActivationChange(
                        network, batches.at(0).first(study.probes().examples()).features(), settings, layers::add))
                : Optional.empty();
        ProbeListener probes = new ProbeListener(network.model(), settings, layers::add);
        network.model().setListeners(probes);
        WeightRecorder weights = new WeightRecorder(network);
        if (kept.weights()) {
            weights.record(0);
        }
        Updates updates = new Updates(network, plan, study.probes(), probes);
        Evaluation evaluation = new Evaluation(network, plan, trial.scenario().isClassifier(), data.targetScale());
        Trained trained = Trained.NOTHING;
        boolean isRegression = false;
        if (network.hasLoss() && data.train().isLabeled()) {
            ISchedule rate = TrainingSetup.rate(study.training(), trial.key().learningRate());
            isRegression = evaluation.isRegression() && !study.check();
            trained = new Trainer(study, updates, evaluation, batches, data, rate, change).train();
        }
        measureEnd(study.probes(), trained, updates, batches);
        if (trained.iterations() > 0 && study.probes().atEnd() && trained.outcome() instanceof Outcome.Completed) {
            int end = trained.iterations();
            change.ifPresent(coordinates -> coordinates.measureNow(end));
        }
        layers.sort(Comparator.comparingInt(LayerRow::iteration).thenComparingInt(LayerRow::layer));
        if (kept.weights() && trained.iterations() > 0) {
            weights.record(trained.iterations());
        }
        Metric metric = Metric.ofTarget(
                study.target().metric(),
                data.test().isPresent(),
                trial.scenario().isClassifier());
        boolean plane = trial.scenario().isClassifier() && Plane.fits(data);
        return new TrialResult(
                trial.key(),
                trained.outcome(),
                data.name(),
                trained.iterations(),
                trained.epochs(),
                trained.train(),
                trained.test(),
                trained.bestTestAccuracy(),
                trained.iterationsTo(metric, study.target().value()),
                trained.curve(),
                theory.fill(layers),
                plane && kept.predictions() ? Plane.predictions(evaluation, data) : List.of(),
                plane && kept.boundary() ? Plane.boundary(evaluation, data) : List.of(),
                weights.values(),
                adjustments.stream().map(TrialRunner::row).toList(),
                isRegression && kept.predictions() ? PredictedValues.of(network, data) : List.of(),
                spectrum,
                facts,
                kept,
                timing(start, trained.iterations(), probes.nanos()));
    }

    /** The network as it is at the end, or at iteration 0 where there was no update during which to measure it. */
    private static void measureEnd(Probes when, Trained trained, Updates updates, Batches batches) {
        boolean untrained = trained.iterations() == 0 && when.includes(0);
        if (trained.outcome() instanceof Outcome.Completed && (when.atEnd() || untrained)) {
            updates.measure(batches.at(trained.iterations()));
        }
    }

    private static AdjustmentRow row(Adjustment adjustment) {
        return new AdjustmentRow(adjustment.layer(), adjustment.name(), adjustment.variance(), adjustment.tries());
    }

    private static ProbeSettings settings(Probes probes, Kept kept) {
        ProbeSettings.Range range = probes.range().isPresent()
                ? new ProbeSettings.Fixed(
                        probes.range().get().low(), probes.range().get().high())
                : new ProbeSettings.Extremes();
        return new ProbeSettings(probes::includes, probes.examples(), kept.histograms() ? probes.bins() : 0, range);
    }

    private Timing timing(long start, int iterations, long probeNanos) {
        double seconds = (System.nanoTime() - start) / NANOS_PER_SECOND;
        return new Timing(
                seconds, iterations / seconds, probeNanos / NANOS_PER_SECOND, worker, Pointer.physicalBytes());
    }
}

package org.initbench.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.optimize.api.BaseTrainingListener;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.initbench.network.Network;
import org.initbench.probe.ProbeListener;
import org.initbench.probe.ProbeSettings;
import org.initbench.result.CurvePoint;
import org.initbench.result.Kept;
import org.initbench.result.LayerRow;
import org.initbench.result.Metric;
import org.initbench.result.Outcome;
import org.initbench.result.RunFileNames;
import org.initbench.result.Scores;
import org.initbench.result.StudyFile;
import org.initbench.result.Table;
import org.initbench.result.TableFile;
import org.initbench.result.Tables;
import org.initbench.result.Tables.LayerBin;
import org.initbench.result.Tables.Part;
import org.initbench.result.Timing;
import org.initbench.result.TrialFacts;
import org.initbench.result.TrialFiles;
import org.initbench.result.TrialKey;
import org.initbench.result.TrialOrder;
import org.initbench.result.TrialResult;

/**
 * Writes what happens inside a network's layers while it trains: mean, deviation, extremes, root mean square, zeros, saturated
 * and dead units of weights, biases, pre-activations, activations, their gradients and the updates, layer by layer.
 *
 * <pre>{@code
 * try (LayerStatistics statistics = LayerStatistics.of(network).every(100).to(Path.of("run"))) {
 *     network.fit(iterator, 3);
 * }
 * }</pre>
 *
 * <p>It is one listener more beside those that the network has. Loss, gradients and updates stay the same to the last bit.
 * Rows go to files as they come, so that memory does not grow with the iterations; {@code layers.csv}, {@code histograms.csv}
 * and {@code curves.csv} are there once it is closed, and {@link Report} makes the page of them. For use by one thread.
 */
public final class LayerStatistics implements AutoCloseable {

    /** Iterations that a page can show, and histograms. */
    private static final int MOST_ITERATIONS = 200;

    private static final int MOST_HISTOGRAMS = 12;
    private static final String INIT = "own";

    private final Model model;
    private final Path folder;
    private final TrialResult trial;
    private final ProbeListener probes;
    private final TrainingListener losses;
    private final Rows<Part<LayerRow>> layerRows;
    private final Rows<Part<LayerBin>> binRows;
    private final Rows<Part<CurvePoint>> curveRows;
    private final SpacedIterations<LayerRow> rows = new SpacedIterations<>(MOST_ITERATIONS);
    private final SpacedIterations<LayerRow> histograms = new SpacedIterations<>(MOST_HISTOGRAMS);
    private final SpacedIterations<CurvePoint> curve = new SpacedIterations<>(MOST_ITERATIONS);
    private int iterations;
    private double lastLoss;
    private boolean isClosed;

    private LayerStatistics(Model model, Settings settings, Path folder) throws IOException {
        this.model = model;
        this.folder = folder;
        String name = String.valueOf(folder.toAbsolutePath().normalize().getFileName());
        TrialKey key = new TrialKey(name, TrialKey.BASE, INIT, learningRate(Network.of(model)), 0);
        Timing none = new Timing(0, 0, 0, 0, 0);
        this.trial = TrialResult.without(key, new Outcome.Completed(), "", none);
        this.layerRows = new Rows<>(Tables.LAYERS, folder);
        this.binRows = new Rows<>(Tables.HISTOGRAMS, folder);
        this.curveRows = new Rows<>(Tables.CURVES, folder);
        this.probes = new ProbeListener(
                model,
                new ProbeSettings(
                        iteration -> iteration % settings.every == 0,
                        settings.examples,
                        settings.bins,
                        new ProbeSettings.Extremes()),
                this::add);
        this.losses = new BaseTrainingListener() {
            @Override
            public void iterationDone(Model trained, int iteration, int epoch) {
                iterations = iteration + 1;
                lastLoss = trained.score();
                if (iteration % settings.every == 0) {
                    Scores scores = new Scores(lastLoss, null);
                    CurvePoint point = new CurvePoint(iteration, epoch, key.learningRate(), scores, Scores.NONE);
                    curve.add(iteration, point);
                    curveRows.add(Stream.of(new Part<>(trial, point)));
                }
            }
        };
    }

    /**
     * Statistics of this network, yet to be set and begun.
     *
     * @param model an initialized {@code MultiLayerNetwork} or {@code ComputationGraph} with one input and one output
     */
    public static Settings of(Model model) {
        return new Settings(model);
    }

    /** What is measured, and when. */
    public static final class Settings {

        private final Model model;
        private int every = 1;
        private int examples = 1000;
        private int bins = 30;

        private Settings(Model model) {
            this.model = model;
        }

        /** Measures iterations 0, n, 2n, …; each one by default. */
        public Settings every(int n) {
            every = positive("every", n);
            return this;
        }

        /** Measures at most so many examples of a minibatch; 1,000 by default. */
        public Settings examples(int most) {
            examples = positive("examples", most);
            return this;
        }

        /** Bins of each histogram; 30 by default. */
        public Settings bins(int count) {
            bins = positive("bins", count);
            return this;
        }

        private static int positive(String name, int value) {
            if (value < 1) {
                throw new IllegalArgumentException(name + ": " + value + " is not a positive number");
            }
            return value;
        }

        /**
         * Begins, with the network's next iteration.
         *
         * @param folder is made where it is not there; tables of an earlier program in it are replaced
         * @throws IllegalArgumentException if the folder holds a run of the command, or the model is of another kind
         * @throws IOException if the folder cannot be written to
         */
        public LayerStatistics to(Path folder) throws IOException {
            Network.of(model).layers();
            if (StudyFile.isIn(folder) && !isOwn(folder)) {
                throw new IllegalArgumentException(folder + " holds a run of the command; give another folder");
            }
            Files.createDirectories(folder);
            LayerStatistics statistics = new LayerStatistics(model, this, folder);
            listen(model, List.of(statistics.probes, statistics.losses));
            return statistics;
        }

        private static boolean isOwn(Path folder) throws IOException {
            return StudyFile.read(folder)
                    .filter(file -> StudyFile.OF_A_PROGRAM.equals(
                            file.study().path("scenario").asText()))
                    .isPresent();
        }
    }

    /** The rate of the first layer with weights, or 0 where its updater has none. */
    private static double learningRate(Network network) {
        double rate = network.layers().get(0).updater().getLearningRate(0, 0);
        return Double.isNaN(rate) ? 0 : rate;
    }

    private static void listen(Model model, List<TrainingListener> listeners) {
        model.addListeners(listeners.toArray(new TrainingListener[0]));
    }

    private void add(LayerRow row) {
        layerRows.add(Stream.of(new Part<>(trial, row)));
        binRows.add(row.histogram().stream().map(bin -> new Part<>(trial, new LayerBin(row, bin))));
        rows.add(row.iteration(), row.withoutHistogram());
        histograms.add(row.iteration(), row);
    }

    /** A table that gets its rows while training goes on. */
    private record Rows<R>(Table<R> table, TableFile file) implements AutoCloseable {

        Rows(Table<R> table, Path folder) throws IOException {
            this(table, table.begin(folder));
        }

        void add(Stream<R> more) {
            try {
                file.add(table.lines(more));
            } catch (IOException unwritable) {
                throw new UncheckedIOException(unwritable);
            }
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }

    /**
     * Leaves the network with the listeners and functions that it had, and puts the tables under their names.
     *
     * @throws IOException if they cannot be written
     */
    @Override
    public void close() throws IOException {
        if (isClosed) {
            return;
        }
        isClosed = true;
        probes.close();
        leave();
        try (layerRows;
                binRows;
                curveRows) {
            layerRows.file().commit();
            binRows.file().commit();
            curveRows.file().commit();
            writeTrial();
        }
    }

    private void leave() {
        List<TrainingListener> left = new ArrayList<>(
                model instanceof MultiLayerNetwork stack
                        ? stack.getListeners()
                        : ((ComputationGraph) model).getListeners());
        left.removeAll(List.of(probes, losses));
        model.setListeners(left);
    }

    private void writeTrial() throws IOException {
        Outcome outcome = Double.isFinite(lastLoss)
                ? new Outcome.Completed()
                : new Outcome.Diverged("loss " + lastLoss + " at iteration " + (iterations - 1));
        TrialKey key = trial.key();
        ObjectNode study = new ObjectMapper().createObjectNode();
        study.put("scenario", StudyFile.OF_A_PROGRAM);
        study.put("title", "The layers of " + key.scenario());
        study.putObject("target").put("metric", Metric.TRAIN_LOSS.column());
        TrialOrder order = TrialOrder.of(List.of(key));
        new StudyFile(key.scenario(), study, null, order).write(folder);
        new TrialFiles(folder.resolve(RunFileNames.TRIALS))
                .write(new TrialResult(
                        key,
                        outcome,
                        "",
                        iterations,
                        0,
                        new Scores(lastLoss, null),
                        Scores.NONE,
                        null,
                        null,
                        curve.items(),
                        kept(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        TrialFacts.NONE,
                        Kept.ALL,
                        trial.timing()));
    }

    private List<LayerRow> kept() {
        List<LayerRow> kept = new ArrayList<>(histograms.items());
        rows.items().stream().filter(row -> !histograms.has(row.iteration())).forEach(kept::add);
        kept.sort((one, other) -> Integer.compare(one.iteration(), other.iteration()));
        return kept;
    }
}

package org.initbench.trial;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.deeplearning4j.datasets.iterator.ExistingDataSetIterator;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.initbench.data.DataFolders;
import org.initbench.data.Examples;
import org.initbench.data.TrialData;
import org.initbench.init.Initialization;
import org.initbench.network.Network;
import org.initbench.process.ProcessSettings;
import org.nd4j.linalg.dataset.DataSet;

/**
 * Times one way of training one network, for {@code scripts/bench.sh}: prints the microseconds of a step. All ways train the
 * same configuration on the same data, at first to warm up, then for the figure: loops for some seconds, trials to their end.
 */
public final class Bench {

    private static final long WARM_UP_NANOS = 2_500_000_000L;
    private static final long TIMED_NANOS = 2_500_000_000L;
    private static final double NANOS_PER_MICRO = 1e3;
    private static final double MICROS_PER_SECOND = 1e6;

    private Bench() {}

    /** Takes the workload, the way ({@code shipped, tuned, trial, probed}), and folders of data files. */
    public static void main(String[] args) {
        ProcessSettings.apply();
        DataFolders folders = DataFolders.of(
                IntStream.range(2, args.length).mapToObj(i -> Path.of(args[i])).toList());
        BenchWorkload workload = BenchWorkload.valueOf(args[0]);
        double micros =
                switch (args[1]) {
                    case "shipped" -> loop(workload.trial(folders, ""), Bench::fitIterator);
                    case "tuned" -> loop(workload.trial(folders, ""), Bench::fitArrays);
                    case "trial" -> trial(workload.trial(folders, ""));
                    case "probed" -> trial(workload.trial(folders, "probes.every=1"));
                    default -> throw new IllegalArgumentException("no such way: " + args[1]);
                };
        System.out.println(micros);
    }

    private interface Loop {

        void train(MultiLayerNetwork network, Iterator<DataSet> batches);
    }

    private static double loop(Trial trial, Loop loop) {
        TrialData data = trial.data();
        Batches source = new Batches(
                data.train(), trial.study().training(), trial.study().seed(), 0);
        Network network = trial.scenario()
                .network(
                        TrainingSetup.builder(
                                trial.study().training(),
                                trial.key(),
                                trial.study().seed()),
                        data);
        Initialization.initialize(
                network,
                trial.placement(),
                trial.scenario().seeding(trial.study().seed(), 0),
                source.at(0).features());
        List<DataSet> epoch = IntStream.range(0, source.perEpoch())
                .mapToObj(i -> copy(source.at(i)))
                .toList();
        MultiLayerNetwork model = (MultiLayerNetwork) network.model();
        loop.train(model, until(System.nanoTime() + WARM_UP_NANOS, epoch));
        int before = model.getIterationCount();
        long start = System.nanoTime();
        loop.train(model, until(start + TIMED_NANOS, epoch));
        return (System.nanoTime() - start) / NANOS_PER_MICRO / (model.getIterationCount() - before);
    }

    /** The minibatches over and over, until the time has come. */
    private static Iterator<DataSet> until(long nanoTime, List<DataSet> epoch) {
        return Stream.generate(() -> epoch)
                .flatMap(List::stream)
                .takeWhile(batch -> System.nanoTime() < nanoTime)
                .iterator();
    }

    private static DataSet copy(Examples batch) {
        return new DataSet(batch.features().dup(), batch.labels().dup());
    }

    /** As most programs do; it starts a thread that fetches ahead. */
    private static void fitIterator(MultiLayerNetwork network, Iterator<DataSet> batches) {
        network.fit(new ExistingDataSetIterator(batches));
    }

    private static void fitArrays(MultiLayerNetwork network, Iterator<DataSet> batches) {
        batches.forEachRemaining(batch -> network.fit(batch.getFeatures(), batch.getLabels()));
    }

    private static double trial(Trial trial) {
        TrialRunner runner = new TrialRunner(0);
        runner.run(trial);
        return MICROS_PER_SECOND / runner.run(trial).timing().iterationsPerSecond();
    }
}

package org.initbench.trial;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.deeplearning4j.datasets.iterator.ExistingDataSetIterator;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.conf.layers.EmbeddingSequenceLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.initbench.config.Study;
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

    /** Takes the workload, the way ({@code shipped, tuned, trial, probed}), or {@code size}, and folders of data files. */
    public static void main(String[] args) {
        ProcessSettings.apply();
        DataFolders folders = DataFolders.of(
                IntStream.range(2, args.length).mapToObj(i -> Path.of(args[i])).toList());
        BenchWorkload workload = BenchWorkload.valueOf(args[0]);
        if (args[1].equals("size")) {
            System.out.println(size(workload.trial(folders, "")));
            return;
        }
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

        void train(Model network, Iterator<DataSet> batches);
    }

    /** What {@code peers.py} has to know to do the same work, as JSON. */
    private static ObjectNode size(Trial trial) {
        Study study = trial.study();
        TrialData data = trial.data();
        int perEpoch = new Batches(data.train(), study.training(), study.seed(), 0).perEpoch();
        int iterations = study.training().length().iterations(perEpoch);
        ObjectNode size = JsonNodeFactory.instance.objectNode();
        size.put("train", data.train().count());
        size.put("test", data.test().orElseThrow().count());
        size.put("batch", study.training().batchSize());
        size.put("perEpoch", perEpoch);
        size.put("iterations", iterations);
        size.put("rate", trial.key().learningRate());
        size.put(
                "updater", study.training().updater().getClass().getSimpleName().toLowerCase(Locale.ROOT));
        size.put("classes", data.train().labels().size(1));
        long[] shape = data.train().features().shape();
        ArrayNode features = size.putArray("features");
        LongStream.of(shape).skip(1).forEach(features::add);
        Network network = network(trial, data);
        if (network.model() instanceof MultiLayerNetwork stack
                && stack.getLayerWiseConfigurations().getConf(0).getLayer()
                        instanceof EmbeddingSequenceLayer embedding) {
            size.put("vocabulary", embedding.getNIn());
        }
        ArrayNode recorded = size.putArray("recorded");
        ArrayNode evaluated = size.putArray("evaluated");
        for (int iteration = 0; iteration < iterations; iteration++) {
            if (study.curve().includes(iteration, perEpoch)) {
                recorded.add(iteration);
            }
            if (study.evaluation().includes(iteration, perEpoch)) {
                evaluated.add(iteration);
            }
        }
        return size;
    }

    private static Network network(Trial trial, TrialData data) {
        return trial.scenario()
                .network(
                        TrainingSetup.builder(
                                trial.study().training(),
                                trial.key(),
                                trial.study().seed()),
                        data);
    }

    private static double loop(Trial trial, Loop loop) {
        TrialData data = trial.data();
        Batches source = new Batches(
                data.train(), trial.study().training(), trial.study().seed(), 0);
        Network network = network(trial, data);
        Initialization.initialize(
                network,
                trial.placement(),
                trial.scenario().seeding(trial.study().seed(), 0),
                source.at(0).features());
        List<DataSet> epoch = IntStream.range(0, source.perEpoch())
                .mapToObj(i -> copy(source.at(i)))
                .toList();
        Model model = network.model();
        loop.train(model, until(System.nanoTime() + WARM_UP_NANOS, epoch));
        int before = network.iteration();
        long start = System.nanoTime();
        loop.train(model, until(start + TIMED_NANOS, epoch));
        return (System.nanoTime() - start) / NANOS_PER_MICRO / (network.iteration() - before);
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
    private static void fitIterator(Model network, Iterator<DataSet> batches) {
        if (network instanceof MultiLayerNetwork stack) {
            stack.fit(new ExistingDataSetIterator(batches));
        } else {
            ((ComputationGraph) network).fit(new ExistingDataSetIterator(batches));
        }
    }

    private static void fitArrays(Model network, Iterator<DataSet> batches) {
        if (network instanceof MultiLayerNetwork stack) {
            batches.forEachRemaining(batch -> stack.fit(batch.getFeatures(), batch.getLabels()));
        } else {
            ComputationGraph graph = (ComputationGraph) network;
            batches.forEachRemaining(graph::fit);
        }
    }

    private static double trial(Trial trial) {
        TrialRunner runner = new TrialRunner(0);
        runner.run(trial);
        return MICROS_PER_SECOND / runner.run(trial).timing().iterationsPerSecond();
    }
}

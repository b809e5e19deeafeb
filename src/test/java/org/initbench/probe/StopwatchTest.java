package org.initbench.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.initbench.data.Examples;
import org.initbench.testing.Residual;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;

/** Prevents probes that look cheaper than they are, because what they copy in the middle of a pass is not counted. */
class StopwatchTest {

    private static final ProbeSettings.Range RANGE = new ProbeSettings.Extremes();

    /** A clock that goes on by 1 at each look, so that a part timed takes 1. */
    private static LongSupplier ticking() {
        AtomicLong now = new AtomicLong();
        return now::incrementAndGet;
    }

    @Test
    void whatIsTimedInsideOfAnotherPartCountsOnce() {
        Stopwatch watch = new Stopwatch(ticking());
        watch.time(() -> watch.time(() -> watch.time(() -> {})));
        assertThat(watch.nanos()).isEqualTo(1);
    }

    /** Two copies in each hidden layer forwards and one backwards, one in the output layer; then gradients and updates. */
    @Test
    void everyCopyOfATapCounts() {
        MultiLayerNetwork network = Networks.DENSE.create(DataType.DOUBLE);
        Examples examples = Networks.DENSE.examples(DataType.DOUBLE);
        Stopwatch watch = new Stopwatch(ticking());
        network.setListeners(new ProbeListener(network, first(), row -> {}, watch));
        network.fit(examples.features(), examples.labels());
        assertThat(watch.nanos()).isEqualTo(2 * 3 + 1 + 1 + 1);
        network.fit(examples.features(), examples.labels());
        assertThat(watch.nanos()).as("nothing is copied any more").isEqualTo(9 + 2);
    }

    @Test
    void theSumsOfAGraphCountToo() {
        ComputationGraph network = new ComputationGraph(Residual.network(
                new NeuralNetConfiguration.Builder().updater(new Sgd(0.1)).dataType(DataType.DOUBLE),
                1,
                4,
                Activation.RELU));
        network.init();
        Stopwatch watch = new Stopwatch(ticking());
        ProbeListener listener = new ProbeListener(network, first(), row -> {}, watch);
        listener.onForwardPass(network, Map.of());
        assertThat(watch.nanos()).isEqualTo(1);
    }

    /** The passes at the end are made for the probes alone. */
    @Test
    void aMeasurementOfTheTrainedNetworkCountsAsAWhole() {
        MultiLayerNetwork network = Networks.DENSE.create(DataType.DOUBLE);
        Examples examples = Networks.DENSE.examples(DataType.DOUBLE);
        Stopwatch watch = new Stopwatch(ticking());
        ProbeListener listener =
                new ProbeListener(network, new ProbeSettings(i -> false, 7, 5, RANGE), row -> {}, watch);
        network.setListeners(listener);
        listener.measure(examples.features(), examples.labels());
        assertThat(watch.nanos()).isEqualTo(1);
        listener.measure(examples.features(), Nd4j.empty(DataType.DOUBLE));
        assertThat(watch.nanos()).isEqualTo(2);
    }

    private static ProbeSettings first() {
        return new ProbeSettings(iteration -> iteration == 0, 7, 5, RANGE);
    }
}

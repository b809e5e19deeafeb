package org.initbench.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.optimize.api.BaseTrainingListener;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.deeplearning4j.util.ModelSerializer;
import org.initbench.init.Catalog;
import org.initbench.init.Initialization;
import org.initbench.init.Placement;
import org.initbench.init.Seeding;
import org.initbench.network.Network;
import org.initbench.result.LayerRow;
import org.initbench.result.Quantity;
import org.initbench.testing.LayerExample;
import org.initbench.testing.LayerExample.Expected;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** Guards against probes that change what a family of layers computes, miss its weights, or are saved with it. */
class LayerFamiliesTest {

    @ParameterizedTest
    @MethodSource("org.initbench.testing.LayerExample#running")
    void lossAndParametersAreTheSameToTheLastBitWithAndWithoutProbes(LayerExample example) {
        Network bare = initialized(example);
        Network probed = initialized(example);
        listening(probed);
        for (int i = 0; i < 3; i++) {
            bare.fit(example.features(), example.labels());
            probed.fit(example.features(), example.labels());
            assertThat(probed.model().score()).isEqualTo(bare.model().score());
        }
        assertThat(probed.model().params().toDoubleVector())
                .isEqualTo(bare.model().params().toDoubleVector());
    }

    @ParameterizedTest
    @MethodSource("org.initbench.testing.LayerExample#running")
    void weightsAndGradientsOfTheLayerAreThoseThatDl4jHas(LayerExample example) {
        Network network = initialized(example);
        Network bare = initialized(example);
        List<LayerRow> rows = listening(network);
        network.fit(example.features(), example.labels());
        bare.computeGradients(example.features(), example.labels());
        for (Expected expected : example.weights()) {
            String name = expected.parameter().contains("_")
                    ? expected.parameter()
                    : bare.layers().get(0).key() + "_" + expected.parameter();
            assertRms(rows, name, Quantity.WEIGHT, bare.parameter(name), 1);
            INDArray gradient = bare.model().gradient().getGradientFor(name);
            if (gradient == null) {
                assertThat(name).as("learned without labels alone").matches("0_(d0W|pXZW|pZXLogStd2W)");
            } else {
                assertRms(rows, name, Quantity.WEIGHT_GRADIENT, gradient, LayerExample.EXAMPLES);
                assertThat(rows).anyMatch(row -> row.name().equals(name) && row.quantity() == Quantity.UPDATE);
            }
        }
        assertThat(rows)
                .as("what it puts out")
                .anyMatch(row -> row.layer() == 0 && row.quantity() == Quantity.ACTIVATION);
    }

    /** Of an LSTM a unit has a column for each gate; of a depthwise kernel each channel has units of its own. */
    @Test
    void unitsThatAreAlikeAreOne() {
        assertThat(distinct("LSTM", "constant(1)", "0_RW")).isEqualTo(1 / 8.0);
        assertThat(distinct("Bidirectional", "orthogonal", "0_bRW")).isEqualTo(1);
        assertThat(distinct("depthwise convolution", "constant(1)", "0_W")).isEqualTo(1 / 20.0);
        assertThat(distinct("self attention", "constant(1)", "0_Wq")).isEqualTo(1 / 12.0);
        assertThat(distinct("2D locally connected", "constant(1)", "0_W")).isEqualTo(1 / 200.0);
        assertThat(distinct("transposed convolution", "identity", "0_W")).isEqualTo(6 / 8.0);
    }

    private static double distinct(String name, String spec, String parameter) {
        LayerExample example = LayerExample.all().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
        Network network = initialized(example, spec);
        List<LayerRow> rows = listening(network);
        network.fit(example.features(), example.labels());
        return rows.stream()
                .filter(row -> row.name().equals(parameter) && row.quantity() == Quantity.WEIGHT)
                .map(LayerRow::distinctUnitFraction)
                .findFirst()
                .orElseThrow();
    }

    private static void assertRms(
            List<LayerRow> rows, String name, Quantity quantity, INDArray expected, double divisor) {
        LayerRow row = rows.stream()
                .filter(each -> each.iteration() == 0 && each.name().equals(name) && each.quantity() == quantity)
                .findFirst()
                .orElseThrow();
        double rms = 0;
        for (double value : withoutPeepholes(expected).ravel().toDoubleVector()) {
            rms += value * value / (divisor * divisor);
        }
        double sum = row.statistics().rms()
                * row.statistics().rms()
                * row.statistics().count();
        assertThat(sum).as(name + " " + quantity).isCloseTo(rms, within(1e-12 * Math.max(1, rms)));
    }

    private static INDArray withoutPeepholes(INDArray parameter) {
        boolean hasPeepholes = parameter.rank() == 2 && parameter.size(1) == 4 * parameter.size(0) + 3;
        return hasPeepholes
                ? parameter.get(NDArrayIndex.all(), NDArrayIndex.interval(0, 4 * parameter.size(0)))
                : parameter;
    }

    /** In the middle of an iteration, when taps are in place, and afterwards. */
    @ParameterizedTest
    @MethodSource("org.initbench.testing.LayerExample#running")
    void aProbedNetworkIsSavedWithoutATraceAndReadAgain(LayerExample example) throws IOException {
        Network network = initialized(example);
        List<byte[]> saved = new ArrayList<>();
        List<String> serialized = new ArrayList<>();
        List<TrainingListener> listeners = new ArrayList<>();
        listeners.add(listener(network, new ArrayList<>()));
        listeners.add(new BaseTrainingListener() {
            @Override
            public void onBackwardPass(Model model) {
                saved.add(written(model));
                network.layers().forEach(layer -> serialized.add(serialized(layer.configuration())));
            }
        });
        network.model().setListeners(listeners.toArray(new TrainingListener[0]));
        network.fit(example.features(), example.labels());
        saved.add(written(network.model()));
        for (byte[] each : saved) {
            assertThat(configuration(each)).contains("org.deeplearning4j").doesNotContain("initbench");
        }
        assertThat(serialized).isNotEmpty().allSatisfy(each -> assertThat(each).doesNotContain("initbench"));
        Model again = network.model() instanceof ComputationGraph
                ? ModelSerializer.restoreComputationGraph(new ByteArrayInputStream(saved.get(1)))
                : ModelSerializer.restoreMultiLayerNetwork(new ByteArrayInputStream(saved.get(1)));
        assertThat(again.params().toDoubleVector())
                .isEqualTo(network.model().params().toDoubleVector());
        assertThat(Network.of(again).output(example.features()).toDoubleMatrix())
                .isEqualTo(network.output(example.features()).toDoubleMatrix());
    }

    private static byte[] written(Model model) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            ModelSerializer.writeModel(model, bytes, true);
            return bytes.toByteArray();
        } catch (IOException unwritable) {
            throw new AssertionError(unwritable);
        }
    }

    /** By Java, as who copies a configuration deeply does. */
    private static String serialized(Object configuration) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            new ObjectOutputStream(bytes).writeObject(configuration);
            return bytes.toString(java.nio.charset.StandardCharsets.ISO_8859_1);
        } catch (IOException unwritable) {
            throw new AssertionError(unwritable);
        }
    }

    private static String configuration(byte[] zip) throws IOException {
        try (ZipInputStream entries = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                if (entry.getName().equals("configuration.json")) {
                    return new String(entries.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
                }
            }
        }
        throw new AssertionError("no configuration");
    }

    private static List<LayerRow> listening(Network network) {
        List<LayerRow> rows = new ArrayList<>();
        network.model().setListeners(listener(network, rows));
        return rows;
    }

    private static ProbeListener listener(Network network, List<LayerRow> rows) {
        return new ProbeListener(
                network.model(),
                new ProbeSettings(iteration -> true, 1000, 5, new ProbeSettings.Extremes()),
                rows::add);
    }

    private static Network initialized(LayerExample example) {
        return initialized(example, "glorot_normal");
    }

    private static Network initialized(LayerExample example, String spec) {
        Network network = example.network().get();
        Initialization.initialize(
                network, Placement.everywhere(Catalog.parse(spec)), Seeding.independent(1, 0), example.features());
        assertThat(network.model()).isInstanceOfAny(MultiLayerNetwork.class, ComputationGraph.class);
        return network;
    }
}

package org.initbench.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.regex.Pattern;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.ScaleVertex;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.initbench.config.InvalidInputException;
import org.initbench.data.Examples;
import org.initbench.init.Catalog;
import org.initbench.init.Initialization;
import org.initbench.init.Placement;
import org.initbench.init.Slot;
import org.initbench.network.Network;
import org.initbench.network.Role;
import org.initbench.result.Outcome;
import org.initbench.result.TrialResult;
import org.initbench.testing.FiniteDifferences;
import org.initbench.testing.Plans;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.learning.config.NoOp;

/** Guards against transformers whose gradients are wrong, or in which initializers take branches for something else. */
class TransformerTest {

    private static final String SMALL =
            "training.precision=double,network.width=4,network.heads=2,network.feedForward=6,"
                    + "data.length=4,data.vocabulary=5,data.train=8,data.test=4,training.batchSize=8,grid={},";

    @ParameterizedTest
    @CsvSource({"before, 1", "after, deepnet", "none, 1"})
    void gradientsAreThoseOfFiniteDifferences(String normalization, String residualScale) {
        Trial trial = trial("network.blocks=2,network.normalization=" + normalization + ",network.residualScale="
                + residualScale + ",network.activation=tanh");
        Network network = trial.scenario()
                .network(
                        new NeuralNetConfiguration.Builder()
                                .dataType(DataType.DOUBLE)
                                .updater(new NoOp()),
                        trial.data());
        Examples train = trial.data().train();
        FiniteDifferences.assertGradients((ComputationGraph) network.model(), train.features(), train.labels());
    }

    @ParameterizedTest
    @ValueSource(strings = {"before", "after", "none"})
    void eachBlockHasTwoBranchesThatEndInAProjectionAndInADenseLayer(String normalization) {
        List<Slot> slots = Initialization.slots(
                NetworkLook.network(trial("network.blocks=3,network.normalization=" + normalization)));
        assertThat(slots).allMatch(slot -> slot.branches() == 6);
        assertThat(slots).filteredOn(Slot::endsBranch).hasSize(6);
        assertThat(slots)
                .filteredOn(slot -> slot.endsBranch() && slot.role() == Role.PROJECTION)
                .hasSize(3);
        assertThat(slots).filteredOn(slot -> slot.branch() == null).hasSize(3);
        assertThat(slots).filteredOn(slot -> slot.role() == Role.EMBEDDING).hasSize(2);
    }

    /** T-Fixup of N = 3 blocks: queries as Glorot has them, values 0.67·3^(-1/4) times that, words N(0, 1/d)·(9·3)^(-1/4). */
    @Test
    void tFixupScalesBranchesButForQueriesAndKeysAndEmbeddings() {
        String large = "network.width=64,network.feedForward=64,data.vocabulary=500,data.length=40,network.blocks=3,"
                + "network.normalization=none";
        Trial trial = trial(large);
        Network network =
                Network.of(((ComputationGraph) NetworkLook.network(trial).model()).getConfiguration());
        Initialization.initialize(
                network,
                Placement.everywhere(Catalog.parse("t_fixup")),
                trial.scenario().seeding(1, 0),
                trial.data().train().features());
        double glorot = Math.sqrt(2.0 / 128);
        double scaled = 0.67 * Math.pow(3, -0.25) * glorot;
        assertDeviation(network, "block1_attention_Wq", glorot);
        assertDeviation(network, "block1_attention_Wk", glorot);
        assertDeviation(network, "block1_attention_Wv", scaled);
        assertDeviation(network, "block1_attention_Wo", scaled);
        assertDeviation(network, "block1_fc1_W", scaled);
        assertDeviation(network, "embedding_W", Math.pow(27, -0.25) / 8);
        assertDeviation(network, "positions_W", Math.pow(27, -0.25) / 8);
    }

    /** Of n ≥ 2,560 values a deviation is off by 7 % with probability below 1e-6. */
    private static void assertDeviation(Network network, String parameter, double expected) {
        assertThat(network.parameter(parameter).stdNumber().doubleValue())
                .as(parameter)
                .isCloseTo(expected, within(0.07 * expected));
    }

    @Test
    void deepnetsScaleGrowsWithDepth() {
        ComputationGraph graph =
                (ComputationGraph) NetworkLook.network(trial("network.blocks=8,network.residualScale=deepnet"))
                        .model();
        assertThat(graph.getConfiguration().getVertices().get("block3_add2_scale"))
                .isInstanceOfSatisfying(ScaleVertex.class, scale -> assertThat(scale.getScaleFactor())
                        .isCloseTo(2, within(1e-12)));
    }

    @Test
    void whatCannotBeIsSaidAtOnce() {
        assertThatThrownBy(() -> trial("network.heads=3,network.residualScale=-1,network.normalization=befor"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining(
                        "network.heads: 3 do not share a width of 4 evenly; give a divisor of network.width")
                .hasMessageContaining("network.residualScale: -1 is not allowed; give a number above 0, or deepnet")
                .hasMessageContaining("network.normalization: befor is not known; did you mean before?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"latch", "copy", "sentiment"})
    void otherSequencesCanBeReadToo(String source) {
        String data = source.equals("copy")
                ? "data.source=copy,data.train=8,data.test=4,data.symbols=2,data.delay=3,data.alphabet=3,"
                : "data.source=" + source + ",data.train=8,data.test=4,";
        List<TrialResult> trials = Studies.run(
                "transformer",
                data + "network.width=4,network.heads=2,network.blocks=1,training.epochs=1,repetitions=1,grid={},"
                        + "initializers=[glorot_uniform]");
        assertThat(trials).extracting(TrialResult::outcome).containsOnly(new Outcome.Completed());
    }

    private static Trial trial(String set) {
        String without = SMALL;
        for (String assignment : set.split(",(?=[a-z]+\\.)", -1)) {
            String key = assignment.substring(0, assignment.indexOf('=') + 1);
            without = without.replaceFirst(Pattern.quote(key) + "[^,]*,", "");
        }
        return Plans.of("transformer", without + set).trials().get(0);
    }
}

package org.initbench.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.deeplearning4j.nn.weights.IWeightInit;
import org.deeplearning4j.nn.weights.WeightInit;
import org.initbench.network.LayerKind.Fans;
import org.initbench.testing.LayerExample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Guards against fans that are told as DL4J's and are not, and rules of a layer that are out of reach. */
class LayerKindTest {

    /** Writes down what DL4J hands to a rule, and draws nothing. */
    private record Recorder(List<Fans> fans) implements IWeightInit {

        @Override
        public INDArray init(double fanIn, double fanOut, long[] shape, char order, INDArray view) {
            fans.add(new Fans(fanIn, fanOut));
            return view.reshape(order, shape);
        }
    }

    @ParameterizedTest
    @MethodSource("org.initbench.testing.LayerExample#all")
    void dl4jsFansAreThoseThatItHandsOver(LayerExample example) {
        Network network = example.network().get();
        List<Fans> handed = new ArrayList<>();
        LayerKind kind = network.layers().get(0).kind();
        kind.rules().forEach(rule -> rule.set(WeightInit.ZERO, new Recorder(handed)));
        network.model().init();
        List<Fans> told = kind.weights().stream()
                .map(kind::dl4jFans)
                .flatMap(Optional::stream)
                .toList();
        if (!told.isEmpty()) {
            assertThat(handed).containsAll(told);
            assertThat(told).hasSameSizeAs(kind.weights());
        }
    }

    @Test
    void noneIsToldOfLayersThatARuleForAllDoesNotReach() {
        for (LayerExample example : LayerExample.all()) {
            LayerKind kind = example.network().get().layers().get(0).kind();
            boolean isOfSameDiff =
                    example.name().contains("attention") || example.name().contains("locally");
            if (isOfSameDiff) {
                assertThat(kind.weights()).as(example.name()).allMatch(weights -> kind.dl4jFans(weights)
                        .isEmpty());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("org.initbench.testing.LayerExample#all")
    void rulesAreSetAsideAndPutBack(LayerExample example) {
        Network network = example.network().get();
        String before = network.layers().get(0).configuration().toString();
        List<WeightRule> rules = network.layers().get(0).kind().rules();
        assertThat(rules).isNotEmpty();
        rules.forEach(rule -> rule.set(WeightInit.ONES, WeightInit.ONES.getWeightInitFunction()));
        rules.forEach(rule -> rule.restore().run());
        assertThat(network.layers().get(0).configuration()).hasToString(before);
    }
}

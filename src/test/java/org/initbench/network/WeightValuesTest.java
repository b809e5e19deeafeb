package org.initbench.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.initbench.testing.LayerExample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Guards against weights that are read from other places than they were put. */
class WeightValuesTest {

    @ParameterizedTest
    @MethodSource("org.initbench.testing.LayerExample#all")
    void valuesAreReadWhereTheyWereAssigned(LayerExample example) {
        Network network = example.network().get();
        network.model().init();
        for (WeightLayer layer : network.layers()) {
            for (Weights weights : layer.kind().weights()) {
                INDArray parameter = network.parameter(layer.parameter(weights.key()));
                int behind = weights.valuesBehind(parameter).length;
                double[] given = IntStream.range(0, (int) parameter.length() - behind)
                        .asDoubleStream()
                        .toArray();
                weights.assign(parameter, given);
                assertThat(weights.values(parameter)).hasSize(weights.matrices());
                assertThat(weights.values(parameter).stream()
                                .flatMapToDouble(Arrays::stream)
                                .toArray())
                        .isEqualTo(given);
            }
        }
    }

    @Test
    void peepholesAreBehind() {
        LayerExample graves = LayerExample.all().stream()
                .filter(example -> example.name().equals("GravesLSTM"))
                .findFirst()
                .orElseThrow();
        Network network = graves.network().get();
        network.model().init();
        Weights recurrent = network.layers().get(0).kind().weights().get(1);
        INDArray parameter = network.parameter("0_RW");
        parameter.assign(0);
        parameter.putScalar(5, 33, 7);
        assertThat(recurrent.valuesBehind(parameter)).hasSize(3 * 8).contains(7);
        assertThat(recurrent.values(parameter)).hasSize(4).allMatch(gate -> Arrays.stream(gate)
                .allMatch(value -> value == 0));
    }
}

package org.initbench.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.initbench.data.Examples;
import org.initbench.init.Initialization;
import org.initbench.init.Seeding;
import org.initbench.network.Network;
import org.initbench.testing.Plans;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;

/** Guards against gradients of words that stand in a sentence twice, and of steps long ago, that are not the loss's. */
class SequenceGradientsTest {

    private static final double STEP = 1e-5;

    @ParameterizedTest
    @CsvSource({"rnn, 0_W", "rnn, 1_W", "rnn, 1_RW", "adding, 0_W", "adding, 0_RW", "adding, 1_W"})
    void aGradientIsTheDifferenceQuotientOfTheLoss(String study, String parameter) {
        Trial trial = trial(study);
        Examples examples = trial.data().train();
        Network network = network(trial);
        network.computeGradients(examples.features(), examples.labels());
        INDArray gradient = network.model().gradient().getGradientFor(parameter).dup();
        INDArray weights = network.parameter(parameter);
        for (int row : rows(study, parameter, examples, (int) weights.size(0))) {
            for (int column = 0; column < weights.size(1); column++) {
                double value = weights.getDouble(row, column);
                weights.putScalar(row, column, value + STEP);
                double above = loss(network, examples);
                weights.putScalar(row, column, value - STEP);
                double below = loss(network, examples);
                weights.putScalar(row, column, value);
                assertThat(gradient.getDouble(row, column)).isCloseTo((above - below) / (2 * STEP), within(1e-7));
            }
        }
    }

    /** Of an embedding, frequent words, the rarest, and some that are in no sentence; of others, all. */
    private static int[] rows(String study, String parameter, Examples examples, int count) {
        boolean isEmbedding = study.equals("rnn") && parameter.equals("0_W");
        if (isEmbedding) {
            assertThat(Arrays.stream(examples.features().toIntMatrix())
                            .flatMapToInt(Arrays::stream)
                            .filter(word -> word == 0))
                    .as("a word that stands in the sentences more than once")
                    .hasSizeGreaterThan(1);
        }
        return IntStream.range(0, count)
                .filter(row -> !isEmbedding || row < 5 || row > 200)
                .toArray();
    }

    private static double loss(Network network, Examples examples) {
        return network.losses(new DataSet(examples.features(), examples.labels()))
                .sumNumber()
                .doubleValue();
    }

    private static Trial trial(String study) {
        String common = "grid={},training.precision=double,data.train=6,data.test=2,data.length=7,network.units=4,"
                + "initializers=[normal(0.5)],";
        String own = study.equals("rnn")
                ? "data.vocabulary=210,network.embedding=3"
                : "network.inputInit=normal(0.5),network.outputInit=normal(0.5)";
        return Plans.of(study, common + own).trials().get(0);
    }

    private static Network network(Trial trial) {
        Network network = trial.scenario()
                .network(
                        TrainingSetup.builder(
                                trial.study().training(),
                                trial.key(),
                                trial.study().seed()),
                        trial.data());
        Initialization.initialize(
                network,
                trial.placement(),
                Seeding.independent(1, 0),
                trial.data().train().features());
        return network;
    }
}

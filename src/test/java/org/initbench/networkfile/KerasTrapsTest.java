package org.initbench.networkfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.deeplearning4j.nn.conf.distribution.OrthogonalDistribution;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.recurrent.LastTimeStep;
import org.deeplearning4j.nn.conf.layers.recurrent.SimpleRnn;
import org.initbench.config.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.learning.regularization.L1Regularization;
import org.nd4j.linalg.learning.regularization.L2Regularization;
import org.nd4j.linalg.learning.regularization.Regularization;

/** Prevents what DL4J's importer gets wrong without a word, and what Keras 3 says in other words. */
class KerasTrapsTest {

    private static final String CONVOLUTION =
            """
            {"class_name": "Sequential", "config": {"name": "s", "layers": [
              {"class_name": "InputLayer", "config": {"batch_shape": [null, %s], "name": "in"}},
              {"class_name": "Conv2D", "config": {"name": "c", "filters": 2, "kernel_size": [3, 3], "strides": [1, 1],
                "padding": "valid", "data_format": "%s", "dilation_rate": [1, 1], "activation": "relu",
                "use_bias": true, "kernel_initializer": {"class_name": "GlorotUniform", "config": {"seed": null}}}}]}%s}""";

    private static final String RECURRENT =
            """
            {"class_name": "Sequential", "config": {"name": "s", "layers": [
              {"class_name": "InputLayer", "config": {"batch_shape": [null, 5, 3], "name": "in"}},
              {"class_name": "%s", "config": {"name": "r", "units": 4, "activation": "tanh", "use_bias": true,
                "kernel_initializer": {"class_name": "GlorotUniform", "config": {"seed": null}},
                "recurrent_initializer": {"class_name": "GlorotUniform", "config": {"seed": null}},
                "return_sequences": false, "recurrent_activation": "sigmoid", "unroll": false, "dropout": 0.0,
                "recurrent_dropout": 0.0, %s}}]}}""";

    private static final String DENSE =
            """
            {"class_name": "Sequential", "config": {"name": "s", "layers": [
              {"class_name": "InputLayer", "config": {"batch_shape": [8, 3], "name": "in"}},
              {"class_name": "Dense", "config": {"name": "d", "units": 2, "activation": "relu", "use_bias": true,
                "kernel_initializer": {"class_name": "GlorotUniform", "config": {"seed": null}},
                "kernel_regularizer": %s}}]}}""";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "8, 8, 3 | channels_last  | ''",
                "8, 8, 3 | channels_last  | , \"backend\": \"torch\"",
                "8, 8, 3 | channels_last  | , \"backend\": \"theano\"",
                "3, 8, 8 | channels_first | ''",
                "3, 8, 8 | channels_first | , \"backend\": \"tensorflow\""
            })
    void channelsStandWhereTheLayersSay(String shape, String order, String backend) throws IOException {
        NetworkFile read = read(CONVOLUTION.formatted(shape, order, backend));

        assertThat(read.parameters()).isEqualTo(2 * (3 * 3 * 3 + 1));
        assertThat(read.inputs().get(0).description()).isEqualTo("pictures of 3 x 8 x 8");
        assertThat(read.inputs().get(0).channelsLast()).isEqualTo(order.equals("channels_last"));
    }

    @ParameterizedTest
    @CsvSource({"true, 1", "false, 0"})
    void theForgetGateStartsAtWhatTheFileSays(boolean unitForgetBias, double bias) throws IOException {
        Layer layer = layer(read(RECURRENT.formatted("LSTM", "\"unit_forget_bias\": " + unitForgetBias)));

        assertThat(((LSTM) ((LastTimeStep) layer).getUnderlying()).getForgetGateBiasInit())
                .isEqualTo(bias);
    }

    @ParameterizedTest
    @CsvSource({"Orthogonal", "OrthogonalInitializer"})
    void orthogonalIsItselfByEitherName(String name) throws IOException {
        String initializer =
                """
                "recurrent_initializer": {"module": "keras.initializers", "class_name": "%s", "config": {"gain": 1.0},
                "registered_name": null}"""
                        .formatted(name);
        Layer layer = layer(read(RECURRENT.formatted("SimpleRNN", initializer)));

        SimpleRnn recurrent = (SimpleRnn) ((LastTimeStep) layer).getUnderlying();
        assertThat(recurrent.getWeightInitFnRecurrent())
                .extracting("distribution")
                .isInstanceOf(OrthogonalDistribution.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "L2 | {\"l2\": 0.01} | 0 | .01",
                "L1 | {\"l1\": 0.02} | .02 | 0",
                "L1L2 | {\"l1\": 0.1, \"l2\": 0.2} | .1 | .2"
            })
    void penaltiesAreThoseOfTheFile(String name, String values, double l1, double l2) throws IOException {
        String regularizer =
                """
                {"module": "keras.regularizers", "class_name": "%s", "config": %s, "registered_name": null}"""
                        .formatted(name, values);
        List<Regularization> penalties = ((BaseLayer) layer(read(DENSE.formatted(regularizer)))).getRegularization();

        assertThat(penalties.stream()
                        .filter(L1Regularization.class::isInstance)
                        .mapToDouble(each -> ((L1Regularization) each).getL1().valueAt(0, 0))
                        .sum())
                .isEqualTo(l1);
        assertThat(penalties.stream()
                        .filter(L2Regularization.class::isInstance)
                        .mapToDouble(each -> ((L2Regularization) each).getL2().valueAt(0, 0))
                        .sum())
                .isEqualTo(l2);
    }

    @Test
    void whatGetsLostIsSaid() throws IOException {
        assertThat(read(DENSE.formatted("null")).remarks())
                .containsExactly("the size of its minibatches is left to the study");
        assertThat(read(RECURRENT.formatted("LSTM", "\"trainable\": false, \"bias_regularizer\": {}"))
                        .remarks())
                .containsExactly(
                        "in the file r has trainable: false, and is initialized and trained all the same",
                        "in the file r has bias_regularizer, which is left out");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GRU | layer r is a GRU, which Deeplearning4j lacks; use LSTM or SimpleRNN",
                "TCN | layer r is a TCN, a layer of another library (keras-tcn)",
                "Lambda | layer r is a Lambda, Python code that Java cannot run",
                "Mine | layer r is a Mine, which Deeplearning4j's importer lacks, or a layer of someone's own"
            })
    void aLayerThatDl4jLacksIsNamedWithWhatHelps(String type, String sentence) {
        assertThatThrownBy(() -> read(RECURRENT.formatted(type, "\"trainable\": true")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("net.json cannot be used: " + sentence);
    }

    private NetworkFile read(String json) throws IOException {
        return NetworkFile.read(Files.writeString(folder.resolve("net.json"), json));
    }

    private static Layer layer(NetworkFile file) {
        return file.configured().layers().get(0).getLayer();
    }
}

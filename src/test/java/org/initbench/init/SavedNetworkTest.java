package org.initbench.init;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.nd4j.linalg.api.buffer.DataType;

/** Prevents networks with a planted initializer from being unreadable, or different, once they were saved. */
class SavedNetworkTest {

    static final List<Seeding> SEEDINGS = List.of(Seeding.independent(Long.MIN_VALUE, 4), Seeding.numpySequence(3));

    @ParameterizedTest
    @FieldSource("SEEDINGS")
    void aConfigurationReadBackGivesTheSameWeights(Seeding seeding) {
        MultiLayerNetwork network = network(seeding);
        MultiLayerNetwork again = new MultiLayerNetwork(MultiLayerConfiguration.fromJson(
                network.getLayerWiseConfigurations().toJson()));
        again.init();
        assertThat(again.params().toDoubleVector()).isEqualTo(network.params().toDoubleVector());
    }

    @ParameterizedTest
    @FieldSource("SEEDINGS")
    void aSavedNetworkCanBeRead(Seeding seeding, @TempDir Path folder) throws IOException {
        MultiLayerNetwork network = network(seeding);
        network.params().addi(1);
        ModelSerializer.writeModel(network, folder.resolve("network.zip").toFile(), true);
        MultiLayerNetwork again = ModelSerializer.restoreMultiLayerNetwork(
                folder.resolve("network.zip").toFile());
        assertThat(again.params().toDoubleVector()).isEqualTo(network.params().toDoubleVector());
        assertThat(again.getLayerWiseConfigurations()).isEqualTo(network.getLayerWiseConfigurations());
    }

    private static MultiLayerNetwork network(Seeding seeding) {
        return Networks.initialized(
                Networks.of(
                        DataType.DOUBLE, Networks.embeddingSequence(), Networks.recurrent(4, 3), Networks.output(3, 2)),
                "variance_scaling(scale=2, mode=fan_avg, distribution=truncated_normal)",
                seeding);
    }
}

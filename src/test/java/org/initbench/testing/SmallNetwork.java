package org.initbench.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** What people begin with: the file of a network of three layers, and a table of 150 rows. */
public final class SmallNetwork {

    private static final int CLASSES = 3;
    private static final int ROWS = 150;
    private static final int COLUMNS = 4;

    private SmallNetwork() {}

    /** Writes both into a folder, for {@code scripts/bench-recommend.sh}. */
    public static void main(String[] args) throws IOException {
        network(Path.of(args[0]));
        table(Path.of(args[0]));
    }

    /** 4-16-16-3, relu, Adam at 0.01. */
    public static Path network(Path folder) throws IOException {
        NeuralNetConfiguration.ListBuilder layers = new NeuralNetConfiguration.Builder()
                .updater(new Adam(0.01))
                .activation(Activation.RELU)
                .list();
        for (int i = 0; i < 2; i++) {
            layers.layer(new DenseLayer.Builder().nOut(16).build());
        }
        String configuration = layers.layer(new OutputLayer.Builder(LossFunction.MCXENT)
                        .nOut(CLASSES)
                        .activation(Activation.SOFTMAX)
                        .build())
                .setInputType(InputType.feedForward(COLUMNS))
                .build()
                .toJson();
        return Files.writeString(folder.resolve("net.json"), configuration);
    }

    /** Three classes that overlap, with four measurements each. */
    public static Path table(Path folder) throws IOException {
        UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(20_261_127L);
        ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(random);
        StringBuilder table = new StringBuilder("a,b,c,d,kind\n");
        for (int row = 0; row < ROWS; row++) {
            int kind = row % CLASSES;
            for (int column = 0; column < COLUMNS; column++) {
                double center = ((kind + 1) * (column + 1)) % CLASSES;
                table.append(String.format(Locale.ROOT, "%.4f,", center + normal.sample()));
            }
            table.append("kind").append(kind).append('\n');
        }
        return Files.writeString(folder.resolve("table.csv"), table);
    }
}

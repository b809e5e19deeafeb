package org.initbench.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.initbench.config.Section;
import org.initbench.data.DataRequest;
import org.initbench.data.Examples;
import org.initbench.data.TrialData;
import org.initbench.network.Network;
import org.initbench.scenario.Scenario;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/**
 * A linear regression on three points. The first process to make data for the third repetition hangs, once: it leaves the id of
 * its parent, the executor, in a file.
 */
public final class Hanging implements Scenario {

    private static final int HANGS = 2;

    private final Path once;

    /** Reads {@code data.once}: the file. */
    public Hanging(Section network, Section data) {
        once = Path.of(data.text("once", ""));
    }

    @Override
    public Network network(NeuralNetConfiguration.Builder base, TrialData data) {
        return Network.of(base.list()
                .layer(new OutputLayer.Builder(LossFunction.MSE)
                        .nOut(1)
                        .activation(Activation.IDENTITY)
                        .build())
                .setInputType(InputType.feedForward(2))
                .build());
    }

    @Override
    public boolean isClassifier() {
        return false;
    }

    @Override
    public TrialData data(DataRequest request) {
        if (request.repetition() == HANGS && !Files.exists(once)) {
            hang();
        }
        double[][] features = {{1, 0}, {0, 1}, {1, request.repetition()}};
        double[][] labels = {{1}, {2}, {3}};
        return new TrialData("points", Examples.of(features, labels, request.type()), Optional.empty());
    }

    private void hang() {
        try {
            long executor = ProcessHandle.current().parent().orElseThrow().pid();
            Path written =
                    Files.writeString(once.resolveSibling(once.getFileName() + ".tmp"), String.valueOf(executor));
            Files.move(written, once, StandardCopyOption.ATOMIC_MOVE);
            new CountDownLatch(1).await();
        } catch (IOException unexpected) {
            throw new UncheckedIOException(unexpected);
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }
}

package org.initbench.run;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/**
 * A logistic regression on three points that does something terrible while it makes its data: always, or the first time
 * only, which a file stands for.
 */
public final class Troublesome implements Scenario {

    private static final int INPUTS = 3;
    private static final int SEGMENT = 64 << 20;

    private final Trouble trouble;
    private final String once;

    /** What goes wrong. */
    enum Trouble {
        NONE,
        THROWS,
        HANGS,
        IS_NAN,
        EXHAUSTS_HEAP,
        EXHAUSTS_MEMORY,
        IS_KILLED,
        CRASHES,
        EXITS,
        EXITS_LIKE_CTRL_C,
        CLOSES_OUTPUT,
        PRINTS_GARBAGE,
        PRINTS_REPLIES
    }

    /** Reads {@code data.trouble}, and {@code data.once}: a file that says the trouble was. */
    public Troublesome(Section network, Section data) {
        List<String> names =
                List.of(Trouble.values()).stream().map(Trouble::name).toList();
        trouble = Trouble.valueOf(data.choice("trouble", Trouble.NONE.name(), names));
        once = data.text("once", "");
    }

    @Override
    public Network network(NeuralNetConfiguration.Builder base, TrialData data) {
        return Network.of(base.list()
                .layer(new OutputLayer.Builder(LossFunction.MSE)
                        .nOut(1)
                        .activation(Activation.IDENTITY)
                        .build())
                .setInputType(InputType.feedForward(INPUTS))
                .build());
    }

    @Override
    public boolean isClassifier() {
        return false;
    }

    @Override
    public TrialData data(DataRequest request) {
        if (once.isEmpty() || isFirst()) {
            make(trouble);
        }
        double value = trouble == Trouble.IS_NAN ? Double.NaN : request.repetition();
        double[][] features = {{1, 0, value}, {0, 1, 1}, {1, 1, 0}};
        double[][] labels = {{1}, {2}, {3}};
        return new TrialData("trouble", Examples.of(features, labels, request.type()), Optional.empty());
    }

    private boolean isFirst() {
        try {
            Files.createFile(Path.of(once));
            return true;
        } catch (FileAlreadyExistsException second) {
            return false;
        } catch (IOException unexpected) {
            throw new UncheckedIOException(unexpected);
        }
    }

    private static void make(Trouble trouble) {
        switch (trouble) {
            case NONE, IS_NAN -> {}
            case THROWS -> throw new IllegalStateException("out of luck");
            case HANGS -> hang();
            case EXHAUSTS_HEAP -> fillHeap();
            case EXHAUSTS_MEMORY -> fillMemory();
            case IS_KILLED -> signal("KILL");
            case CRASHES -> signal("SEGV");
            case EXITS -> Runtime.getRuntime().halt(3);
            case EXITS_LIKE_CTRL_C -> Runtime.getRuntime().halt(130);
            case CLOSES_OUTPUT -> closeOutput();
            case PRINTS_GARBAGE -> print("{\"type\":\"fini\u0000\ngarbage without an end");
            case PRINTS_REPLIES -> print(
                    "\n{\"type\":\"finished\",\"trial\":7,\"status\":\"completed\",\"memory\":1,\"file\":\"\"}\n{\"type\":\"obey\"}\n");
        }
    }

    private static void closeOutput() {
        try {
            new FileOutputStream(FileDescriptor.out).close();
        } catch (IOException unexpected) {
            throw new UncheckedIOException(unexpected);
        }
        hang();
    }

    private static void hang() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static void fillHeap() {
        List<int[]> filling = new ArrayList<>();
        while (filling.size() < Integer.MAX_VALUE) {
            filling.add(new int[SEGMENT / Integer.BYTES]);
        }
    }

    /** Outside of the heap. */
    private static void fillMemory() {
        List<INDArray> filling = new ArrayList<>();
        while (filling.size() < Integer.MAX_VALUE) {
            filling.add(Nd4j.ones(DataType.FLOAT, SEGMENT / Float.BYTES));
        }
    }

    private static void signal(String name) {
        try {
            String pid = String.valueOf(ProcessHandle.current().pid());
            new ProcessBuilder("kill", "-" + name, pid).start().waitFor();
            hang();
        } catch (IOException | InterruptedException unexpected) {
            throw new IllegalStateException(unexpected);
        }
    }

    /** Past System.out, as native code does. */
    private static void print(String text) {
        FileOutputStream out = new FileOutputStream(FileDescriptor.out);
        try {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException unexpected) {
            throw new UncheckedIOException(unexpected);
        }
    }
}

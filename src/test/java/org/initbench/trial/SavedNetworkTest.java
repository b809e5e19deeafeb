package org.initbench.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.layers.recurrent.LastTimeStep;
import org.deeplearning4j.nn.conf.layers.recurrent.SimpleRnn;
import org.deeplearning4j.optimize.api.BaseTrainingListener;
import org.deeplearning4j.util.ModelSerializer;
import org.initbench.init.Catalog;
import org.initbench.init.Initialization;
import org.initbench.init.Placement;
import org.initbench.init.Seeding;
import org.initbench.network.Network;
import org.initbench.probe.ProbeListener;
import org.initbench.probe.ProbeSettings;
import org.initbench.process.ChildJvm;
import org.initbench.testing.Compiled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;

/** Prevents networks from being unreadable where there is no initbench, whenever they are saved. */
class SavedNetworkTest {

    /** Prints each network's name and the sum of its parameters; there is no class of initbench where it runs. */
    private static final String READER =
            """
            import org.deeplearning4j.nn.api.Model;
            import org.deeplearning4j.util.ModelSerializer;

            public class Reader {
                public static void main(String[] files) throws Exception {
                    try {
                        Class.forName("org.initbench.network.Network");
                        System.out.println("initbench is there");
                    } catch (ClassNotFoundException expected) {
                        for (String file : files) {
                            Model model = file.contains("graph")
                                    ? ModelSerializer.restoreComputationGraph(file)
                                    : ModelSerializer.restoreMultiLayerNetwork(file);
                            System.out.println("read " + file + " " + model.params().toDoubleVector()[0]);
                        }
                    }
                }
            }
            """;

    private static final List<String> SPECS = List.of("he_normal", "lsuv", "dl4j(XAVIER)");

    @TempDir
    private Path folder;

    private final List<String> expected = new ArrayList<>();

    @Test
    void whatIsSavedBeforeDuringAndAfterProbingIsReadWithoutInitbench() throws Exception {
        for (String spec : SPECS) {
            train("images", Network.of(images()), Nd4j.rand(5, 1, 8, 8), spec);
            train("sequences", Network.of(sequences()), Nd4j.rand(5, 3, 6), spec);
            train("graph", Network.of(graph()), Nd4j.rand(5, 4), spec);
        }
        assertThat(expected).hasSize(SPECS.size() * 3 * 5);
        assertThat(read()).containsExactlyInAnyOrderElementsOf(expected);
    }

    private void train(String kind, Network network, INDArray features, String spec) {
        String name = kind + "-" + spec.replaceAll("\\W", "");
        INDArray labels = Nd4j.zeros(5, 2);
        labels.getColumn(1).assign(1);
        Initialization.initialize(
                network, Placement.everywhere(Catalog.parse(spec)), Seeding.independent(1, 0), features);
        save(network.model(), name + "-initialized");
        network.speedUp();
        ProbeSettings settings = new ProbeSettings(iteration -> iteration == 1, 5, 0, new ProbeSettings.Extremes());
        network.model().setListeners(new ProbeListener(network.model(), settings, row -> {}), new Saver(name));
        for (int i = 0; i < 3; i++) {
            network.fit(features, labels);
        }
        save(network.model(), name + "-trained");
    }

    private void save(Model model, String name) {
        Path file = folder.resolve(name + ".zip");
        try {
            ModelSerializer.writeModel(model, file.toFile(), true);
        } catch (IOException unwritable) {
            throw new AssertionError(unwritable);
        }
        expected.add("read " + file + " " + model.params().toDoubleVector()[0]);
    }

    private List<String> read() throws IOException {
        String classPath = Stream.of(ChildJvm.classPath().split(File.pathSeparator))
                .filter(entry -> !entry.contains("target" + File.separator))
                .collect(Collectors.joining(File.pathSeparator));
        Path source = Files.writeString(folder.resolve("Reader.java"), READER);
        Compiled.into(folder, source, classPath);
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classPath + File.pathSeparator + folder,
                "Reader"));
        try (Stream<Path> files = Files.list(folder)) {
            files.map(Path::toString).filter(file -> file.endsWith(".zip")).forEach(command::add);
        }
        Process reader = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(reader.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        List<String> lines =
                output.lines().filter(line -> line.startsWith("read ")).toList();
        assertThat(lines).as(output).isNotEmpty();
        return lines;
    }

    private static MultiLayerConfiguration images() {
        return base().list()
                .layer(new ConvolutionLayer.Builder(3, 3)
                        .nOut(4)
                        .activation(Activation.IDENTITY)
                        .build())
                .layer(new BatchNormalization())
                .layer(new ActivationLayer(Activation.RELU))
                .layer(new SubsamplingLayer.Builder()
                        .kernelSize(2, 2)
                        .stride(2, 2)
                        .build())
                .layer(new DenseLayer.Builder().nOut(6).build())
                .layer(output().build())
                .setInputType(InputType.convolutional(8, 8, 1))
                .build();
    }

    private static MultiLayerConfiguration sequences() {
        return base().list()
                .layer(new LastTimeStep(new SimpleRnn.Builder().nIn(3).nOut(4).build()))
                .layer(output().nIn(4).build())
                .build();
    }

    private static ComputationGraphConfiguration graph() {
        return base().graphBuilder()
                .addInputs("in")
                .addLayer("first", new DenseLayer.Builder().nIn(4).nOut(4).build(), "in")
                .addLayer("second", new DenseLayer.Builder().nIn(4).nOut(4).build(), "first")
                .addVertex("sum", new ElementWiseVertex(ElementWiseVertex.Op.Add), "second", "in")
                .addLayer("out", output().nIn(4).build(), "sum")
                .setOutputs("out")
                .build();
    }

    private static NeuralNetConfiguration.Builder base() {
        return new NeuralNetConfiguration.Builder()
                .seed(1)
                .updater(new Adam(0.01))
                .activation(Activation.TANH);
    }

    private static OutputLayer.Builder output() {
        return new OutputLayer.Builder().nOut(2).activation(Activation.SOFTMAX);
    }

    /** Saves a network in the middle of steps, when taps may be in its layers. */
    private final class Saver extends BaseTrainingListener {

        private final String name;

        Saver(String name) {
            this.name = name;
        }

        @Override
        public void onBackwardPass(Model model) {
            save(model, name + "-during-" + Network.of(model).iteration());
        }
    }
}

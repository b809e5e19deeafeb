package org.initbench.step;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.GradientNormalization;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration.ListBuilder;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.EmbeddingSequenceLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.layers.recurrent.LastTimeStep;
import org.deeplearning4j.nn.conf.layers.recurrent.SimpleRnn;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.initbench.network.HeavyBall;
import org.initbench.network.Network;
import org.initbench.network.ScalarLayer;
import org.initbench.network.SigmoidCrossEntropy;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.linalg.learning.config.RmsProp;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;
import org.nd4j.linalg.schedule.FixedSchedule;

/** Guards against steps that come to something else than DL4J's. */
class StepPlanTest {

    private static final int STEPS = 100;
    private static final int EXAMPLES = 24;
    private static final int INPUTS = 7;

    /** Inputs, of which a minibatch uses few. */
    private static final int WIDE = 70;

    /** What rounding may come to over a hundred steps, of the largest parameter. */
    private static final double OF_DOUBLES = 1e-12;

    private static final double OF_FLOATS = 1e-5;

    static Stream<Named<UnaryOperator<NeuralNetConfiguration.Builder>>> descents() {
        return Stream.of(
                Named.of("sgd", builder -> builder.updater(new Sgd(0.1))),
                Named.of("adam", builder -> builder.updater(new Adam(0.01))),
                Named.of("adam at rate 0", builder -> builder.updater(new Adam(0))),
                Named.of("nesterov", builder -> builder.updater(new Nesterovs(0.1, 0.9))),
                Named.of("rmsprop", builder -> builder.updater(new RmsProp(0.001))),
                Named.of("momentum", builder -> builder.updater(new HeavyBall(0.9, new FixedSchedule(0.05)))),
                Named.of("l2", builder -> builder.updater(new Adam(0.01)).l2(0.01)),
                Named.of("clipped", builder -> builder.updater(new Sgd(0.1))
                        .gradientNormalization(GradientNormalization.ClipL2PerParamType)
                        .gradientNormalizationThreshold(0.1)),
                Named.of("sum of the minibatch", builder -> builder.updater(new Sgd(0.01))
                        .miniBatch(false)),
                Named.of("biases at a rate of their own", builder -> builder.updater(new Adam(0.01))
                        .biasUpdater(new Sgd(0.1))));
    }

    @ParameterizedTest
    @MethodSource("descents")
    void everyUpdaterComesToWhatItDoesInDl4j(UnaryOperator<NeuralNetConfiguration.Builder> descent) {
        for (DataType type : new DataType[] {DataType.DOUBLE, DataType.FLOAT}) {
            assertAgrees(dense(descent.apply(builder(type)), Activation.TANH, softmax(3)), 3, type);
        }
    }

    @ParameterizedTest
    @MethodSource("descents")
    void inputsThatAreZeroInAMinibatchComeToWhatTheyDoInDl4j(UnaryOperator<NeuralNetConfiguration.Builder> descent) {
        for (DataType type : new DataType[] {DataType.DOUBLE, DataType.FLOAT}) {
            MultiLayerConfiguration stack = dense(descent.apply(builder(type)), WIDE, Activation.TANH, softmax(3));
            assertAgrees(stack, type, (step, examples) -> bordered(step, examples, type));
        }
    }

    @Test
    void aGradientThatIsNoNumberIsNoneForInputsOfZeroEither() {
        for (DataType type : new DataType[] {DataType.DOUBLE, DataType.FLOAT}) {
            MultiLayerNetwork theirs =
                    network(dense(builder(type).updater(new Sgd(0.1)), WIDE, Activation.TANH, softmax(3)));
            MultiLayerNetwork ours = network(theirs.getLayerWiseConfigurations());
            ours.setParams(theirs.params().dup());
            StepPlan plan = StepPlan.of(ours).orElseThrow();
            for (int step = 1; step < 4; step++) {
                DataSet batch = bordered(step, EXAMPLES, type);
                if (step == 2) {
                    batch.getLabels().putScalar(0, 1, Double.NaN);
                }
                theirs.fit(batch);
                plan.fit(batch.getFeatures(), batch.getLabels());
                assertThat(ours.params().isNaN()).isEqualTo(theirs.params().isNaN());
            }
            assertThat(ours.params().isNaN().all()).isTrue();
        }
    }

    @Test
    void aSingleExampleUsesInputsThatTheMinibatchBeforeItDidNot() {
        MultiLayerNetwork network = network(dense(builder(DataType.DOUBLE), WIDE, Activation.TANH, softmax(3)));
        StepPlan plan = StepPlan.of(network).orElseThrow();
        for (char order : new char[] {'c', 'f'}) {
            for (int step = 0; step < 10; step++) {
                DataSet batch = bordered(step, EXAMPLES, DataType.DOUBLE);
                plan.fit(batch.getFeatures(), batch.getLabels());
                DataSet one = batch(step, 1, 3, DataType.DOUBLE);
                INDArray features = Nd4j.randn(DataType.DOUBLE, 1, WIDE).reshape(order, 1, WIDE);
                INDArray said = plan.predict(features, one.getLabels()).output();
                assertThat(largest(said.sub(network.output(features)))).isLessThan(OF_DOUBLES);
            }
        }
    }

    /** Of all inputs some that are near each other; of every fifth minibatch none. */
    private static DataSet bordered(int step, int examples, DataType type) {
        DataSet batch = batch(step, examples, 3, type);
        INDArray features = Nd4j.zeros(type, examples, WIDE);
        if (step % 5 != 4) {
            int first = step * 11 % WIDE;
            for (int input = 0; input < INPUTS; input++) {
                int place = Math.min(first + input * (1 + step % 3), WIDE - 1);
                features.putColumn(place, batch.getFeatures().getColumn(input));
            }
        }
        return new DataSet(features, batch.getLabels());
    }

    static Stream<Named<OutputLayer>> outputs() {
        return Stream.of(
                Named.of("softmax", softmax(4)),
                Named.of(
                        "negative log-likelihood",
                        new OutputLayer.Builder(LossFunction.NEGATIVELOGLIKELIHOOD)
                                .nOut(4)
                                .activation(Activation.SOFTMAX)
                                .build()),
                Named.of(
                        "sigmoid",
                        new OutputLayer.Builder(new SigmoidCrossEntropy())
                                .nOut(1)
                                .activation(Activation.SIGMOID)
                                .build()),
                Named.of("squared error", linear(LossFunction.MSE)),
                Named.of("absolute error", linear(LossFunction.MEAN_ABSOLUTE_ERROR)));
    }

    @ParameterizedTest
    @MethodSource("outputs")
    void everyLossComesToWhatItDoesInDl4j(OutputLayer output) {
        for (Activation activation :
                new Activation[] {Activation.RELU, Activation.SIGMOID, Activation.TANH, Activation.IDENTITY}) {
            for (DataType type : new DataType[] {DataType.DOUBLE, DataType.FLOAT}) {
                assertAgrees(
                        dense(builder(type).updater(new Sgd(0.05)), activation, output), (int) output.getNOut(), type);
            }
        }
    }

    static Stream<Named<List<Layer>>> recurrent() {
        SimpleRnn.Builder simple = new SimpleRnn.Builder().nIn(INPUTS).nOut(5);
        LSTM.Builder gated = new LSTM.Builder().nIn(INPUTS).nOut(5);
        return Stream.of(
                Named.of(
                        "simple",
                        List.of(new LastTimeStep(
                                simple.activation(Activation.TANH).build()))),
                Named.of(
                        "relu",
                        List.of(new LastTimeStep(
                                simple.activation(Activation.RELU).build()))),
                Named.of(
                        "LSTM",
                        List.of(new LastTimeStep(
                                gated.activation(Activation.TANH).build()))),
                Named.of(
                        "LSTM on LSTM",
                        List.of(
                                gated.nOut(6).activation(Activation.TANH).build(),
                                new LastTimeStep(gated.nIn(6)
                                        .nOut(5)
                                        .activation(Activation.SIGMOID)
                                        .build()))));
    }

    @ParameterizedTest
    @MethodSource("recurrent")
    void stepsOfSequencesComeToWhatTheyDoInDl4j(List<Layer> layers) {
        for (DataType type : new DataType[] {DataType.DOUBLE, DataType.FLOAT}) {
            for (int length : new int[] {1, 6}) {
                ListBuilder stack = builder(type).updater(new Adam(0.01)).list();
                layers.forEach(stack::layer);
                OutputLayer output = softmax(3);
                output.setNIn(5);
                assertAgrees(stack.layer(output).build(), type, (step, examples) -> {
                    DataSet rows = batch(step, examples * length, 3, type);
                    INDArray sequences = rows.getFeatures().reshape('c', examples, length, INPUTS);
                    return new DataSet(
                            sequences.permute(0, 2, 1).dup('f'),
                            rows.getLabels().get(NDArrayIndex.interval(0, examples), NDArrayIndex.all()));
                });
            }
        }
    }

    @Test
    void wordsComeToWhatTheyDoInDl4j() {
        for (DataType type : new DataType[] {DataType.DOUBLE, DataType.FLOAT}) {
            ListBuilder stack = builder(type).updater(new Adam(0.01)).list();
            stack.layer(new EmbeddingSequenceLayer.Builder().nIn(9).nOut(4).build());
            stack.layer(new LastTimeStep(new SimpleRnn.Builder().nIn(4).nOut(5).build()));
            OutputLayer output = softmax(3);
            output.setNIn(5);
            assertAgrees(stack.layer(output).build(), type, (step, examples) -> {
                INDArray words = Nd4j.zeros(type, examples, 1, INPUTS);
                for (int i = 0; i < words.length(); i++) {
                    words.putScalar(i, (i * i + step) % 9);
                }
                return new DataSet(words, batch(step, examples, 3, type).getLabels());
            });
        }
    }

    static Stream<Named<List<Layer>>> pictures() {
        ConvolutionLayer.Builder kernels = new ConvolutionLayer.Builder(3, 3);
        SubsamplingLayer.Builder maxima = new SubsamplingLayer.Builder(PoolingType.MAX);
        return Stream.of(
                Named.of(
                        "two convolutions and maxima",
                        List.of(
                                kernels.nOut(4)
                                        .convolutionMode(ConvolutionMode.Same)
                                        .activation(Activation.RELU)
                                        .build(),
                                maxima.kernelSize(2, 2).stride(2, 2).build(),
                                kernels.nOut(6).build(),
                                maxima.build())),
                Named.of(
                        "strides, padding and means",
                        List.of(
                                new ConvolutionLayer.Builder(3, 2)
                                        .nOut(5)
                                        .stride(2, 1)
                                        .padding(1, 0)
                                        .activation(Activation.IDENTITY)
                                        .hasBias(false)
                                        .build(),
                                new SubsamplingLayer.Builder(PoolingType.AVG)
                                        .kernelSize(2, 2)
                                        .stride(2, 2)
                                        .build())),
                Named.of(
                        "means over borders",
                        List.of(
                                new ConvolutionLayer.Builder(3, 3)
                                        .nOut(5)
                                        .convolutionMode(ConvolutionMode.Same)
                                        .activation(Activation.RELU)
                                        .build(),
                                new SubsamplingLayer.Builder(PoolingType.AVG)
                                        .kernelSize(3, 3)
                                        .stride(2, 2)
                                        .convolutionMode(ConvolutionMode.Same)
                                        .build(),
                                new DenseLayer.Builder()
                                        .nOut(7)
                                        .activation(Activation.TANH)
                                        .build())));
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void picturesComeToWhatTheyDoInDl4j(List<Layer> layers) {
        for (UnaryOperator<NeuralNetConfiguration.Builder> descent :
                List.<UnaryOperator<NeuralNetConfiguration.Builder>>of(
                        builder -> builder.updater(new Sgd(0.05)),
                        builder -> builder.updater(new Nesterovs(0.02, 0.9)))) {
            ListBuilder stack = descent.apply(builder(DataType.FLOAT)).list();
            layers.forEach(layer -> stack.layer(layer.clone()));
            stack.layer(softmax(3)).setInputType(InputType.convolutional(9, 8, 3));
            assertAgrees(stack.build(), DataType.FLOAT, (step, examples) -> pictures(step, examples));
        }
    }

    /** As networks of MNIST are often configured. */
    @Test
    void picturesThatAreGivenAsRowsComeToWhatTheyDoInDl4j() {
        ConvolutionLayer.Builder kernels = new ConvolutionLayer.Builder(3, 3);
        MultiLayerConfiguration configuration = builder(DataType.FLOAT)
                .updater(new Nesterovs(0.02, 0.9))
                .l2(0.01)
                .list()
                .layer(kernels.nOut(4).activation(Activation.IDENTITY).build())
                .layer(new SubsamplingLayer.Builder(
                                SubsamplingLayer.PoolingType.MAX, new int[] {2, 2}, new int[] {2, 2})
                        .build())
                .layer(new DenseLayer.Builder()
                        .nOut(5)
                        .activation(Activation.RELU)
                        .build())
                .layer(softmax(3))
                .setInputType(InputType.convolutionalFlat(9, 8, 3))
                .build();
        assertAgrees(configuration, DataType.FLOAT, (step, examples) -> {
            DataSet pictures = pictures(step, examples);
            return new DataSet(pictures.getFeatures().reshape('c', examples, 3 * 9 * 8), pictures.getLabels());
        });
        assertThat(StepPlan.of(network(configuration)).orElseThrow().isWatchable())
                .isTrue();
    }

    /** What probes take for a convolution's activation is then that of another layer, which the plan does not show. */
    @Test
    void picturesWithActivationsInLayersOfTheirOwnAreNotShownToProbes() {
        ConvolutionLayer.Builder kernels = new ConvolutionLayer.Builder(3, 3).nOut(4);
        ConvolutionLayer whole = kernels.activation(Activation.RELU).build();
        ConvolutionLayer sums = kernels.activation(Activation.IDENTITY).build();
        assertThat(watchable(whole)).isTrue();
        assertThat(watchable(sums, new ActivationLayer(Activation.RELU))).isFalse();
    }

    private static boolean watchable(Layer... layers) {
        ListBuilder stack = builder(DataType.FLOAT).updater(new Sgd(0.05)).list();
        Stream.of(layers).forEach(layer -> stack.layer(layer.clone()));
        stack.layer(softmax(3)).setInputType(InputType.convolutional(9, 8, 3));
        return StepPlan.of(network(stack.build())).orElseThrow().isWatchable();
    }

    static Stream<Named<UnaryOperator<GraphBuilder>>> graphs() {
        ActivationLayer relu = new ActivationLayer(Activation.RELU);
        return Stream.of(
                Named.of("a sum of three, one of them given to two", graph -> graph.addInputs("x")
                        .addLayer("a", units(INPUTS, 6, Activation.TANH), "x")
                        .addLayer("b", units(6, 6, Activation.IDENTITY), "a")
                        .addLayer("c", units(6, 6, Activation.SIGMOID), "a")
                        .addVertex("sum", new ElementWiseVertex(ElementWiseVertex.Op.Add), "a", "b", "c")
                        .addLayer("out", softmaxOf(6), "sum")
                        .setOutputs("out")),
                Named.of("branches that end in an activation, with numbers of Fixup", graph -> graph.addInputs("x")
                        .addLayer("in", units(INPUTS, 6, Activation.RELU), "x")
                        .addLayer("bias", ScalarLayer.bias(), "in")
                        .addLayer("fc", units(6, 6, Activation.TANH), "bias")
                        .addLayer("scale", ScalarLayer.multiplier(), "fc")
                        .addVertex("sum", new ElementWiseVertex(ElementWiseVertex.Op.Add), "scale", "in")
                        .addLayer("act", relu, "sum")
                        .addLayer("out", softmaxOf(6), "act")
                        .setOutputs("out")));
    }

    @ParameterizedTest
    @MethodSource("graphs")
    void graphsComeToWhatTheyDoInDl4j(UnaryOperator<GraphBuilder> graph) {
        for (DataType type : new DataType[] {DataType.DOUBLE, DataType.FLOAT}) {
            for (IUpdater updater : new IUpdater[] {new Sgd(0.1), new Adam(0.01), new Nesterovs(0.1, 0.9)}) {
                assertAgrees(
                        graph.apply(builder(type).updater(updater).graphBuilder())
                                .build(),
                        type,
                        (step, examples) -> batch(step, examples, 3, type));
            }
        }
    }

    static Stream<Named<UnaryOperator<GraphBuilder>>> graphsOfPictures() {
        ElementWiseVertex sum = new ElementWiseVertex(ElementWiseVertex.Op.Add);
        return Stream.of(
                Named.of("a block", graph -> graph.addInputs("x")
                        .addLayer("in", kernels(4, 2, Activation.RELU), "x")
                        .addLayer("one", kernels(4, 1, Activation.RELU), "in")
                        .addLayer("two", kernels(4, 1, Activation.IDENTITY), "one")
                        .addVertex("sum", sum, "two", "in")
                        .addLayer("act", new ActivationLayer(Activation.RELU), "sum")
                        .addLayer("pool", means(), "act")),
                Named.of("two branches", graph -> graph.addInputs("x")
                        .addLayer("in", kernels(5, 1, Activation.IDENTITY), "x")
                        .addLayer("one", kernels(5, 1, Activation.IDENTITY), "in")
                        .addLayer("other", kernels(5, 1, Activation.RELU), "in")
                        .addVertex("sum", sum, "one", "in", "other")
                        .addLayer("act", new ActivationLayer(Activation.IDENTITY), "sum")
                        .addLayer("pool", means(), "act")));
    }

    @ParameterizedTest
    @MethodSource("graphsOfPictures")
    void graphsOfPicturesComeToWhatTheyDoInDl4j(UnaryOperator<GraphBuilder> graph) {
        for (IUpdater updater : new IUpdater[] {new Sgd(0.05), new Nesterovs(0.02, 0.9)}) {
            ComputationGraphConfiguration configuration = graph.apply(
                            builder(DataType.FLOAT).updater(updater).graphBuilder())
                    .addLayer("out", softmax(3), "pool")
                    .setOutputs("out")
                    .setInputTypes(InputType.convolutional(9, 8, 3))
                    .build();
            assertAgrees(configuration, DataType.FLOAT, (step, examples) -> pictures(step, examples));
        }
    }

    private static DataSet pictures(int step, int examples) {
        Nd4j.getRandom().setSeed(100 + step);
        return new DataSet(
                Nd4j.randn(DataType.DOUBLE, examples, 3, 9, 8).castTo(DataType.FLOAT),
                batch(step, examples, 3, DataType.FLOAT).getLabels());
    }

    private static DenseLayer units(int inputs, int units, Activation activation) {
        return new DenseLayer.Builder()
                .nIn(inputs)
                .nOut(units)
                .activation(activation)
                .build();
    }

    private static OutputLayer softmaxOf(int inputs) {
        OutputLayer output = softmax(3);
        output.setNIn(inputs);
        return output;
    }

    private static ConvolutionLayer kernels(int channels, int stride, Activation activation) {
        return new ConvolutionLayer.Builder(3, 3)
                .nOut(channels)
                .stride(stride, stride)
                .convolutionMode(ConvolutionMode.Same)
                .activation(activation)
                .build();
    }

    private static SubsamplingLayer means() {
        return new SubsamplingLayer.Builder(PoolingType.AVG)
                .kernelSize(2, 2)
                .stride(2, 2)
                .build();
    }

    private static GraphBuilder plain() {
        return builder(DataType.FLOAT)
                .updater(new Sgd(0.1))
                .graphBuilder()
                .addInputs("x")
                .addLayer("a", units(INPUTS, 6, Activation.TANH), "x")
                .addLayer("b", units(6, 6, Activation.TANH), "a");
    }

    @Test
    void whatIsNotKnownOfAGraphHasNoPlan() {
        GraphBuilder product = plain().addVertex(
                        "product", new ElementWiseVertex(ElementWiseVertex.Op.Product), "a", "b")
                .addLayer("out", softmaxOf(6), "product")
                .setOutputs("out");
        GraphBuilder twice = plain().addLayer("one", softmaxOf(6), "a")
                .addLayer("other", softmaxOf(6), "b")
                .setOutputs("one", "other");
        GraphBuilder halves = builder(DataType.FLOAT)
                .updater(new Sgd(0.1))
                .graphBuilder()
                .addInputs("x")
                .addLayer("in", kernels(4, 1, Activation.RELU), "x")
                .addLayer("wide", kernels(4, 2, Activation.RELU), "in")
                .addLayer("pool", means(), "in")
                .addVertex("sum", new ElementWiseVertex(ElementWiseVertex.Op.Add), "wide", "pool")
                .addLayer("out", softmax(3), "sum")
                .setOutputs("out")
                .setInputTypes(InputType.convolutional(8, 8, 3));
        for (GraphBuilder graph : List.of(product, twice, halves)) {
            assertThat(StepPlan.of(network(graph.build()))).isEmpty();
        }
    }

    @Test
    void whatIsNotKnownHasNoPlan() {
        NeuralNetConfiguration.Builder builder = builder(DataType.FLOAT).updater(new Sgd(0.1));
        assertThat(StepPlan.of(network(dense(builder.clone(), Activation.RRELU, softmax(3)))))
                .isEmpty();
        assertThat(StepPlan.of(network(dense(builder.clone().dropOut(0.5), Activation.RELU, softmax(3)))))
                .isEmpty();
        OutputLayer hinge = new OutputLayer.Builder(LossFunction.HINGE)
                .nOut(1)
                .activation(Activation.IDENTITY)
                .build();
        assertThat(StepPlan.of(network(dense(builder.clone(), Activation.RELU, hinge))))
                .isEmpty();
    }

    private static NeuralNetConfiguration.Builder builder(DataType type) {
        return new NeuralNetConfiguration.Builder().seed(5).dataType(type);
    }

    private static OutputLayer softmax(int classes) {
        return new OutputLayer.Builder(LossFunction.MCXENT)
                .nOut(classes)
                .activation(Activation.SOFTMAX)
                .build();
    }

    private static OutputLayer linear(LossFunction loss) {
        return new OutputLayer.Builder(loss)
                .nOut(2)
                .activation(Activation.IDENTITY)
                .build();
    }

    private static MultiLayerConfiguration dense(
            NeuralNetConfiguration.Builder builder, Activation activation, OutputLayer output) {
        return dense(builder, INPUTS, activation, output);
    }

    private static MultiLayerConfiguration dense(
            NeuralNetConfiguration.Builder builder, int inputs, Activation activation, OutputLayer output) {
        ListBuilder layers = builder.activation(activation).list();
        layers.layer(new DenseLayer.Builder().nIn(inputs).nOut(9).build());
        layers.layer(new DenseLayer.Builder().nIn(9).nOut(5).hasBias(false).build());
        output.setNIn(5);
        return layers.layer(output).build();
    }

    private static MultiLayerNetwork network(MultiLayerConfiguration configuration) {
        MultiLayerNetwork network = new MultiLayerNetwork(configuration.clone());
        network.init();
        return network;
    }

    private static ComputationGraph network(ComputationGraphConfiguration configuration) {
        ComputationGraph graph = new ComputationGraph(configuration.clone());
        graph.init();
        return graph;
    }

    private static void assertAgrees(MultiLayerConfiguration configuration, int outputs, DataType type) {
        assertAgrees(configuration, type, (step, examples) -> batch(step, examples, outputs, type));
    }

    /** Gives the minibatch of a step, with so many examples. */
    private interface Minibatches {
        DataSet of(int step, int examples);
    }

    private static void assertAgrees(MultiLayerConfiguration configuration, DataType type, Minibatches batches) {
        assertAgrees(Network.of(network(configuration)), Network.of(network(configuration)), type, batches);
    }

    private static void assertAgrees(ComputationGraphConfiguration configuration, DataType type, Minibatches batches) {
        assertAgrees(Network.of(network(configuration)), Network.of(network(configuration)), type, batches);
    }

    /** Every seventh step is DL4J's in both, so that state goes there and back; every tenth minibatch is smaller. */
    private static void assertAgrees(Network theirs, Network ours, DataType type, Minibatches batches) {
        ours.model().setParams(theirs.model().params().dup());
        StepPlan plan = StepPlan.of(ours.model()).orElseThrow();
        double close = type == DataType.DOUBLE ? OF_DOUBLES : OF_FLOATS;
        for (int step = 0; step < STEPS; step++) {
            DataSet batch = batches.of(step, step % 10 == 9 ? EXAMPLES / 2 : EXAMPLES);
            double penalty = theirs.regularisation();
            theirs.fit(batch.getFeatures(), batch.getLabels());
            if (step % 7 == 0) {
                plan.settle();
                ours.fit(batch.getFeatures(), batch.getLabels());
            } else {
                double loss = plan.fit(batch.getFeatures(), batch.getLabels());
                double expected = theirs.model().score() - penalty;
                if (step == 1) {
                    assertThat(Math.abs(loss - expected))
                            .isLessThan(close * Math.abs(theirs.model().score()));
                }
            }
        }
        assertThat(ours.iteration()).isEqualTo(STEPS);
        plan.settle();
        assertPredictionAgrees(plan, ours, batches.of(0, 600), close);
        INDArray parameters = theirs.model().params();
        assertThat(largest(ours.model().params().sub(parameters))).isLessThan(close * largest(parameters));
    }

    private static void assertPredictionAgrees(StepPlan plan, Network network, DataSet batch, double close) {
        Network.Prediction said = plan.predict(batch.getFeatures(), batch.getLabels());
        Network.Prediction expected = network.predict(batch);
        assertThat(largest(said.output().sub(expected.output().castTo(DataType.DOUBLE))))
                .isLessThan(close);
        INDArray losses = expected.losses().castTo(DataType.DOUBLE);
        assertThat(largest(said.losses().sub(losses.reshape(losses.length())))).isLessThan(close * largest(losses));
    }

    private static double largest(INDArray values) {
        return values.amaxNumber().doubleValue();
    }

    private static DataSet batch(int step, int examples, int outputs, DataType type) {
        Nd4j.getRandom().setSeed(100 + step);
        INDArray features = Nd4j.randn(DataType.DOUBLE, examples, INPUTS).castTo(type);
        INDArray labels = Nd4j.zeros(type, examples, outputs);
        for (int i = 0; i < examples; i++) {
            int column = (i + (features.getDouble(i, 0) > 0 ? 1 : 0)) % outputs;
            labels.putScalar(i, column, outputs > 1 ? 1 : i % 2);
        }
        return new DataSet(features, labels);
    }
}

package org.initbench.scenario;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.ScaleVertex;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.EmbeddingSequenceLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.preprocessor.FeedForwardToRnnPreProcessor;
import org.deeplearning4j.nn.conf.preprocessor.RnnToFeedForwardPreProcessor;
import org.initbench.config.Section;
import org.initbench.data.TrialData;
import org.initbench.network.LayerNormalization;
import org.initbench.network.Network;
import org.initbench.network.PositionEmbedding;
import org.initbench.network.SelfAttention;
import org.initbench.scenario.SourceData.Form;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The encoder of a transformer: an embedding of words, or a dense layer on numbers, plus a vector for each position, then blocks of
 * two residual branches, attention of several heads and two dense layers on each step, then the mean over steps, and a softmax. Vaswani et al. 2017.
 * Where normalization comes after, a branch ends in norm(α·x + F(x)), as theirs do; where it comes before, in x + F(norm(x)), and what the last block
 * puts out is normalized once more (Xiong et al. 2020); or there is none. Vertices are called {@code block0_attention}, {@code block0_fc1}, {@code block0_fc2};
 * {@code block0_add1} and {@code block0_add2} are the sums.
 */
final class TransformerScenario implements SourcedScenario {

    private static final int STEPS_RANK = 3;
    private static final String DEEPNET = "deepnet";

    /** Where a block normalizes. */
    private enum Normalization {
        BEFORE,
        AFTER,
        NONE;

        private static List<String> names() {
            return Stream.of(values())
                    .map(each -> each.name().toLowerCase(Locale.ROOT))
                    .toList();
        }
    }

    private final int blocks;
    private final int width;
    private final int heads;
    private final int feedForward;
    private final Activation activation;
    private final Normalization normalization;
    private final double residualScale;
    private final SourceData source;
    private final Outputs outputs;

    TransformerScenario(Section network, Section data) {
        blocks = network.integer("blocks", 4, 1);
        width = network.integer("width", 32, 1);
        heads = network.integer("heads", 2, 1);
        feedForward = network.integer("feedForward", 64, 1);
        activation = Hidden.activation(network, "relu");
        normalization = Normalization.valueOf(
                network.choice("normalization", "before", Normalization.names()).toUpperCase(Locale.ROOT));
        residualScale = scale(network, blocks);
        if (width % heads != 0) {
            network.problem(
                    "heads", heads + " do not share a width of " + width + " evenly; give a divisor of network.width");
        }
        source = SourceData.readOrOwn(data, "search", Form.SEQUENCES);
        outputs = Outputs.read(network, source.task());
    }

    /** α of DeepNet is (2N)^(1/4) for an encoder of N blocks; Wang et al. 2022, fig. 2. */
    private static double scale(Section network, int blocks) {
        String text = network.text("residualScale", "1");
        if (text.equals(DEEPNET)) {
            return Math.pow(2.0 * blocks, 0.25);
        }
        OptionalDouble number = positive(text);
        if (number.isEmpty()) {
            network.problem("residualScale", text + " is not allowed; give a number above 0, or deepnet");
        }
        return number.orElse(1);
    }

    private static OptionalDouble positive(String text) {
        try {
            double number = Double.parseDouble(text);
            return number > 0 && Double.isFinite(number) ? OptionalDouble.of(number) : OptionalDouble.empty();
        } catch (NumberFormatException noNumber) {
            return OptionalDouble.empty();
        }
    }

    @Override
    public Network network(NeuralNetConfiguration.Builder base, TrialData data) {
        INDArray features = data.train().features();
        INDArray labels = data.train().labels();
        Chain chain = new Chain(base.graphBuilder().addInputs("steps"), "steps");
        OptionalInt words = source.source().vocabulary();
        if (words.isPresent()) {
            chain.add(
                    "embedding",
                    new EmbeddingSequenceLayer.Builder()
                            .nIn(words.getAsInt())
                            .nOut(width)
                            .build());
        } else {
            chain.add(
                    "embedding",
                    dense(features.size(1), width, Activation.IDENTITY),
                    new RnnToFeedForwardPreProcessor());
            addSteps(chain, "embedding_steps");
        }
        chain.add("positions", PositionEmbedding.of(features.size(features.rank() - 1), width));
        for (int block = 0; block < blocks; block++) {
            addBlock(chain, "block" + block + "_");
        }
        normalize(chain, "norm", Normalization.BEFORE);
        if (labels.rank() == STEPS_RANK) {
            chain.add("out", Outputs.ofSteps(width, labels.size(1)));
        } else {
            chain.add("mean", new GlobalPoolingLayer(PoolingType.AVG));
            chain.add("out", outputs.of(labels.size(1)).nIn(width).build());
        }
        return Network.of(chain.graph().setOutputs("out").build());
    }

    private void addBlock(Chain chain, String block) {
        String skip = chain.end();
        normalize(chain, block + "norm1", Normalization.BEFORE);
        chain.add(block + "attention", SelfAttention.of(width, heads));
        sum(chain, block + "add1", skip);
        normalize(chain, block + "norm1", Normalization.AFTER);

        skip = chain.end();
        normalize(chain, block + "norm2", Normalization.BEFORE);
        chain.add(block + "fc1", dense(width, feedForward, activation), new RnnToFeedForwardPreProcessor());
        chain.add(block + "fc2", dense(feedForward, width, Activation.IDENTITY));
        addSteps(chain, block + "steps");
        sum(chain, block + "add2", skip);
        normalize(chain, block + "norm2", Normalization.AFTER);
    }

    private void normalize(Chain chain, String name, Normalization place) {
        if (normalization == place) {
            chain.add(name, LayerNormalization.of(width));
        }
    }

    private void sum(Chain chain, String name, String skip) {
        String around = skip;
        if (residualScale != 1) {
            around = name + "_scale";
            chain.graph().addVertex(around, new ScaleVertex(residualScale), skip);
        }
        chain.sum(name, around);
    }

    /** For steps one below the other, which brings the same weights to each. */
    private static DenseLayer dense(long inputs, int units, Activation activation) {
        return new DenseLayer.Builder()
                .nIn(inputs)
                .nOut(units)
                .activation(activation)
                .build();
    }

    /** Makes sequences of steps again. DL4J's TimeDistributed would, and masks other steps than those of the padding. */
    private static void addSteps(Chain chain, String name) {
        chain.add(name, new ActivationLayer(Activation.IDENTITY), new FeedForwardToRnnPreProcessor());
    }

    @Override
    public SourceData source() {
        return source;
    }
}

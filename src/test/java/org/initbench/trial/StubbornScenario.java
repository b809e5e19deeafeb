package org.initbench.trial;

import java.util.List;
import java.util.Optional;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.initbench.config.Range;
import org.initbench.config.Section;
import org.initbench.data.DataRequest;
import org.initbench.data.Examples;
import org.initbench.data.TrialData;
import org.initbench.network.Network;
import org.initbench.scenario.Scenario;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.learning.config.AdaDelta;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** Four points and two layers, by the builder that it is handed, or by its own. */
public final class StubbornScenario implements Scenario {

    private final Own own;
    private final double rate;
    private final boolean asksTheData;
    private final boolean isGraph;
    private final boolean breaks;

    /** What it brings of its own. */
    enum Own {
        NOTHING,
        BUILDER,
        ADAM,
        SGD,
        ADA_DELTA,
        ADAM_AT_THE_STUDYS_RATE,
        TWO_RATES,
        ONE_LAYER,
        TYPE
    }

    /** Reads {@code network.own}, and with it a rate. */
    public StubbornScenario(Section network, Section data) {
        own = Own.valueOf(network.choice(
                "own", "NOTHING", List.of(Own.values()).stream().map(Own::name).toList()));
        rate = network.number("rate", 0.25, Range.POSITIVE);
        isGraph = network.flag("graph", false);
        asksTheData = data.flag("asked", false);
        breaks = data.flag("breaks", false);
    }

    @Override
    public Network network(NeuralNetConfiguration.Builder base, TrialData data) {
        int inputs = asksTheData ? (int) data.train().features().size(1) : 2;
        NeuralNetConfiguration.Builder builder =
                switch (own) {
                    case NOTHING, TWO_RATES, ONE_LAYER -> base;
                    case BUILDER -> new NeuralNetConfiguration.Builder()
                            .dataType(DataType.DOUBLE)
                            .updater(new Sgd(rate));
                    case ADAM -> base.updater(new Adam(rate));
                    case SGD -> base.updater(new Sgd(rate));
                    case ADA_DELTA -> base.updater(new AdaDelta());
                    case ADAM_AT_THE_STUDYS_RATE -> base.updater(
                            new Adam(base.getIUpdater().getLearningRate(0, 0)));
                    case TYPE -> base.dataType(DataType.DOUBLE);
                };
        DenseLayer.Builder hidden = new DenseLayer.Builder().nIn(inputs).nOut(3).activation(Activation.TANH);
        OutputLayer.Builder output =
                new OutputLayer.Builder(LossFunction.XENT).nIn(3).nOut(1).activation(Activation.SIGMOID);
        if (own == Own.TWO_RATES || own == Own.ONE_LAYER) {
            hidden.updater(new Sgd(rate));
        }
        if (own == Own.TWO_RATES) {
            output.updater(new Sgd(2 * rate));
        }
        return isGraph
                ? Network.of(builder.graphBuilder()
                        .addInputs("in")
                        .addLayer("hidden", hidden.build(), "in")
                        .addLayer("out", output.build(), "hidden")
                        .setOutputs("out")
                        .build())
                : Network.of(builder.list()
                        .layer(hidden.build())
                        .layer(output.build())
                        .build());
    }

    @Override
    public TrialData data(DataRequest request) {
        if (breaks) {
            throw new IllegalStateException("out of luck");
        }
        double[][] points = {{0, 0}, {0, 1}, {1, 0}, {1, 1}};
        return new TrialData(
                "corners", Examples.binary(points, new int[] {0, 1, 1, 1}, request.type()), Optional.empty());
    }
}

package org.initbench.trial;

import java.util.Optional;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration.ListBuilder;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayer;
import org.initbench.config.Section;
import org.initbench.data.DataFolders;
import org.initbench.data.DataRequest;
import org.initbench.data.Examples;
import org.initbench.data.TrialData;
import org.initbench.network.Network;
import org.initbench.scenario.Scenario;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** Someone's scenario that is wrong in a way that no exception tells, or has layers that the catalog has no rule for. */
public final class BrokenScenario implements Scenario {

    private final Break what;

    /** What is wrong. */
    enum Break {
        PREPARATION,
        LINKAGE,
        RECURSION,
        ASSERTION,
        INITIALIZER,
        LSTM,
        FROZEN
    }

    /** Reads {@code network.break}. */
    public BrokenScenario(Section network, @SuppressWarnings("unused") Section data) {
        what = Break.valueOf(network.text("break", ""));
    }

    @Override
    public Network network(NeuralNetConfiguration.Builder base, TrialData data) {
        ListBuilder layers = base.list();
        LSTM lstm = new LSTM.Builder().nIn(2).nOut(4).build();
        switch (what) {
            case PREPARATION -> {}
            case LINKAGE -> throw new NoSuchMethodError("void a.b.C.gone()");
            case RECURSION -> throw new StackOverflowError(String.valueOf(depth(0)));
            case ASSERTION -> throw new AssertionError("two and two");
            case INITIALIZER -> throw new IllegalStateException(Unprepared.VALUE);
            case LSTM -> layers.layer(lstm);
            case FROZEN -> layers.layer(new FrozenLayer(lstm));
        }
        return Network.of(layers.layer(new RnnOutputLayer.Builder(LossFunction.MCXENT)
                        .nIn(4)
                        .nOut(2)
                        .activation(Activation.SOFTMAX)
                        .build())
                .setInputType(InputType.recurrent(2, 4))
                .build());
    }

    private static int depth(int above) {
        return above < 0 ? above : 1 + depth(above + 1);
    }

    /** A class whose static initializer fails. */
    private static final class Unprepared {

        static final String VALUE = fail();

        private static String fail() {
            throw new IllegalArgumentException("not prepared");
        }
    }

    @Override
    public Optional<String> prepare(DataFolders folders) {
        if (what == Break.PREPARATION) {
            throw new AssertionError("not prepared");
        }
        return Optional.empty();
    }

    @Override
    public TrialData data(DataRequest request) {
        Examples sequences = new Examples(Nd4j.ones(request.type(), 3, 2, 4), Nd4j.ones(request.type(), 3, 2, 4));
        return new TrialData("sequences", sequences, Optional.empty());
    }
}

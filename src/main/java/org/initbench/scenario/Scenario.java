package org.initbench.scenario;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.initbench.data.TrialData;
import org.initbench.init.Seeding;
import org.initbench.network.Network;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * A family of networks and its data. A scenario class has a constructor that reads its parameters from the
 * {@code network} and {@code data} sections of a study; see {@link Scenarios}. It knows nothing of initializers: the
 * harness plants one in the network that {@link #network} returns.
 */
public interface Scenario {

    /**
     * The network, yet to be initialized: {@code Network.of} a {@code MultiLayerConfiguration}, or of a
     * {@code ComputationGraphConfiguration} where there are skip connections.
     *
     * @param base carries what the study says of training: precision, updater, regularisation, clipping
     */
    Network network(NeuralNetConfiguration.Builder base);

    /**
     * The data of one repetition, the same for every initializer.
     *
     * @param studySeed from which seeds are derived
     * @param repetition from 0
     * @param type of the network's parameters
     */
    TrialData data(long studySeed, int repetition, DataType type);

    /** Whether there is something to learn; otherwise a study may only look at the layers. */
    default boolean isTrained() {
        return true;
    }

    /** Which random numbers the weights get; a generator for each parameter unless a NumPy program is reproduced. */
    default Seeding seeding(long studySeed, int repetition) {
        return Seeding.independent(studySeed, repetition);
    }
}

package org.initbench.scenario;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.initbench.data.DataFolders;
import org.initbench.data.DataOrigin;
import org.initbench.data.DataRequest;
import org.initbench.data.TrialData;
import org.initbench.init.Seeding;
import org.initbench.network.Network;
import org.initbench.result.DataReading;

/**
 * A family of networks and its data. A scenario class has a constructor that reads its parameters from the
 * {@code network} and {@code data} sections of a study; see {@link Scenarios}. It knows nothing of initializers: the
 * network that {@link #network} returns is initialized by each of them.
 */
public interface Scenario {

    /**
     * The network, yet to be initialized: {@code Network.of} a {@code MultiLayerConfiguration}, or of a
     * {@code ComputationGraphConfiguration} where there are skip connections.
     *
     * @param base carries what the study says of training: precision, updater, regularisation, clipping
     * @param data that it will train on, for the sizes of its input and output
     */
    Network network(NeuralNetConfiguration.Builder base, TrialData data);

    /**
     * Finds and checks the files that the data come from, before any trial runs.
     *
     * @return what the user should know of the data, such as that other data stand in for them
     * @throws org.initbench.config.InvalidInputException if a file is missing or damaged, or the data do not fit the network
     */
    default Optional<String> prepare(DataFolders folders) {
        return Optional.empty();
    }

    /**
     * What the data are on this machine beyond what the study says: which of the sources that it leaves open, and the
     * checksums of files. A run is not resumed with other data than it was begun with. Called after {@link #prepare}, in
     * each worker, and before each trial, and may not download anything.
     *
     * @throws org.initbench.config.InvalidInputException if a file is missing or damaged
     */
    default DataOrigin origin(DataFolders folders) {
        return DataOrigin.NOTHING;
    }

    /**
     * What was read where the data come from files, for the report. Called after {@link #prepare}.
     *
     * @throws org.initbench.config.InvalidInputException if a file is missing or damaged
     */
    default Optional<DataReading> reading(DataFolders folders) {
        return Optional.empty();
    }

    /** The data of one repetition, the same for every initializer. */
    TrialData data(DataRequest request);

    /** Whether there is something to learn; otherwise a study may only look at the layers. */
    default boolean isTrained() {
        return true;
    }

    /** Why there is nothing to learn, and what helps. */
    default String whyUntrained() {
        return "this scenario has nothing to learn; leave iterations at 0 and the rate single";
    }

    /**
     * Whether the network has an updater and penalties of its own, which it keeps where a study says {@code updater: own}; the
     * builder that it is handed then has DL4J's {@code NoOp}.
     */
    default boolean bringsUpdater() {
        return false;
    }

    /** How many numbers its layers give for one example, where they may be so many that a check takes fewer examples. */
    default OptionalLong activationsPerExample() {
        return OptionalLong.empty();
    }

    /** Whether what it learns means nothing, so that a study may only check it. */
    default boolean isOnlyChecked() {
        return false;
    }

    /** Fields of a study by which a network with nothing to learn can be checked backward, too; by path. */
    default Map<String, String> checkedWith() {
        return Map.of();
    }

    /** Whether the output is a choice between classes, which has an accuracy; a regression has a loss alone. */
    default boolean isClassifier() {
        return true;
    }

    /** Which random numbers the weights get; a generator for each parameter unless a NumPy program is reproduced. */
    default Seeding seeding(long studySeed, int repetition) {
        return Seeding.independent(studySeed, repetition);
    }
}

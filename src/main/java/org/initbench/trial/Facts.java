package org.initbench.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.initbench.data.Examples;
import org.initbench.data.TrialData;
import org.initbench.init.Dl4jCode;
import org.initbench.init.Initialization;
import org.initbench.init.Placement;
import org.initbench.init.Slot;
import org.initbench.network.Activations;
import org.initbench.network.Network;
import org.initbench.network.Role;
import org.initbench.result.DenseShape;
import org.initbench.result.TheoryGap;
import org.initbench.result.TrialFacts;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/** What a trial's result is to be read by, found before it is trained. */
final class Facts {

    private Facts() {}

    /** Of a network that is there, on one minibatch. */
    static TrialFacts of(Network network, Placement placement, Examples batch) {
        return new TrialFacts(
                new Baselines(network, false).of(batch),
                null,
                inputRms(network, batch.features()),
                Dl4jCode.of(network, placement).orElse(null),
                List.of(),
                List.of());
    }

    static TrialFacts of(Trial trial, Network network, TrialData data, INDArray features, List<TheoryGap> gaps) {
        Baselines baselines = new Baselines(network, trial.scenario().isClassifier());
        return new TrialFacts(
                baselines.of(data.train()),
                data.test().map(baselines::of).orElse(null),
                inputRms(network, features),
                Dl4jCode.of(network, trial.placement()).orElse(null),
                network.isPlainStack() ? hidden(network) : List.of(),
                gaps);
    }

    private static @Nullable Double inputRms(Network network, INDArray features) {
        boolean isNames =
                Initialization.slots(network).stream().limit(1).anyMatch(slot -> slot.role() == Role.EMBEDDING);
        return isNames ? null : (Double) (features.norm2Number().doubleValue() / Math.sqrt((double) features.length()));
    }

    /** All layers but one with a loss; none at all where studies have no name for the activation of one. */
    private static List<DenseShape> hidden(Network network) {
        List<DenseShape> hidden = new ArrayList<>();
        for (Slot slot : Initialization.slots(network)) {
            Optional<String> activation = Activations.nameOf(slot.activation());
            if (network.hasLoss() && slot.isLast()) {
                return hidden;
            }
            if (activation.isEmpty()) {
                return List.of();
            }
            boolean hasBias = !network.layers().get(slot.layer()).biases().isEmpty();
            hidden.add(new DenseShape(slot.inputs(), slot.units(), activation.get(), hasBias));
        }
        return hidden;
    }
}

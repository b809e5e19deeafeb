package org.initbench.networkfile;

import java.util.Optional;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.layers.Convolution1DLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.PReLULayer;
import org.deeplearning4j.nn.conf.layers.recurrent.Bidirectional;
import org.deeplearning4j.nn.conf.layers.recurrent.LastTimeStep;

/** Layers that DL4J 1.0.0-M2.1 runs forward, and whose gradients it fails at, as trials showed. */
final class ForwardOnly {

    private ForwardOnly() {}

    /** A clause about the first such layer; empty where there is none. */
    static Optional<String> in(Configured network) {
        for (Part part : network.parts()) {
            Optional<String> clause = part.layer().flatMap(ForwardOnly::clause);
            if (clause.isPresent()) {
                return Optional.of("layer " + part.shownName() + " " + clause.get());
            }
        }
        return Optional.empty();
    }

    private static Optional<String> clause(Layer layer) {
        if (layer instanceof Bidirectional both && both.getFwd() instanceof LastTimeStep) {
            return cannotTrain("takes the last step of each way by itself", "let it return sequences");
        }
        if (layer instanceof Convolution1DLayer line && line.getRnnDataFormat() == RNNFormat.NWC) {
            return cannotTrain("is a 1D convolution with its channels last", "build it with channels first");
        }
        return layer instanceof PReLULayer slopes && slopes.getSharedAxes() != null
                ? cannotTrain("is a PReLU that shares its slopes", "let it have all of them")
                : Optional.empty();
    }

    private static Optional<String> cannotTrain(String what, String help) {
        return Optional.of(what + ", which Deeplearning4j 1.0.0-M2.1 cannot train; " + help);
    }
}

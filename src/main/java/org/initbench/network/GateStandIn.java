package org.initbench.network;

import java.io.Serial;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationSigmoid;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Takes the place of the function of an LSTM's gates, and passes every call on. DL4J asks whether that is the sigmoid, and computes
 * gradients in another way if not: what stands in for a sigmoid is one.
 */
public final class GateStandIn {

    /** Sees what goes through the gates: in each step the forget, the input and the output gate, in this order. */
    public interface Watcher {

        /** Pre-activations of a gate, (examples, units); they are gone afterwards. */
        void before(INDArray preactivations, boolean training);

        /** The gate's values. */
        void after(INDArray values);
    }

    private GateStandIn() {}

    /** What stands in for {@code gate}. */
    public static IActivation of(IActivation gate, Watcher watcher) {
        return gate instanceof ActivationSigmoid ? new Sigmoid(gate, watcher) : new Other(gate, watcher);
    }

    private static INDArray watched(IActivation gate, Watcher watcher, INDArray in, boolean training) {
        watcher.before(in, training);
        INDArray out = gate.getActivation(in, training);
        watcher.after(out);
        return out;
    }

    private static final class Sigmoid extends ActivationSigmoid implements StandIn {

        private static final long serialVersionUID = 1L;

        private final IActivation gate;
        private final transient Watcher watcher;

        Sigmoid(IActivation gate, Watcher watcher) {
            this.gate = gate;
            this.watcher = watcher;
        }

        @Override
        public INDArray getActivation(INDArray in, boolean training) {
            return watched(gate, watcher, in, training);
        }

        @Override
        public Object original() {
            return gate;
        }

        @Serial
        private Object writeReplace() {
            return gate;
        }
    }

    private static final class Other extends ActivationStandIn {

        private static final long serialVersionUID = 1L;

        private final transient Watcher watcher;

        Other(IActivation gate, Watcher watcher) {
            super(gate);
            this.watcher = watcher;
        }

        @Override
        public INDArray getActivation(INDArray in, boolean training) {
            return watched(original(), watcher, in, training);
        }
    }
}

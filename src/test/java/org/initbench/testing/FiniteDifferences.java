package org.initbench.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.deeplearning4j.gradientcheck.GradientCheckUtil;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.buffer.util.DataTypeUtil;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Holds gradients of networks of doubles, at weights some way off their first ones, to finite differences. */
public final class FiniteDifferences {

    private static final double STEP = 1e-6;
    private static final double RELATIVE = 1e-5;
    private static final double ABSOLUTE = 1e-9;

    private interface Check {

        boolean passes();
    }

    private FiniteDifferences() {}

    /** Of a stack that is not initialized yet, without an updater. */
    public static void assertGradients(
            MultiLayerNetwork network, INDArray input, INDArray labels, @Nullable INDArray mask) {
        network.init();
        network.params().addi(random(network.numParams()).muli(0.3));
        GradientCheckUtil.MLNConfig check = new GradientCheckUtil.MLNConfig()
                .net(network)
                .input(input)
                .labels(labels)
                .inputMask(mask)
                .epsilon(STEP)
                .maxRelError(RELATIVE)
                .minAbsoluteError(ABSOLUTE);
        assertInDouble(() -> GradientCheckUtil.checkGradients(check));
    }

    /** Of a graph of one input and one output that is not initialized yet, without an updater. */
    public static void assertGradients(ComputationGraph network, INDArray input, INDArray labels) {
        network.init();
        network.params().addi(random(network.numParams()).muli(0.3));
        GradientCheckUtil.GraphConfig check = new GradientCheckUtil.GraphConfig()
                .net(network)
                .inputs(new INDArray[] {input})
                .labels(new INDArray[] {labels})
                .epsilon(STEP)
                .maxRelError(RELATIVE)
                .minAbsoluteError(ABSOLUTE);
        assertInDouble(() -> GradientCheckUtil.checkGradients(check));
    }

    /** Standard normal numbers, the same each time. */
    public static INDArray random(long... shape) {
        Nd4j.getRandom().setSeed(12);
        return Nd4j.randn(DataType.DOUBLE, shape);
    }

    /** DL4J's check looks at a global setting, not at the network. */
    private static void assertInDouble(Check check) {
        DataType before = Nd4j.dataType();
        DataTypeUtil.setDTypeForContext(DataType.DOUBLE);
        try {
            assertThat(check.passes()).isTrue();
        } finally {
            DataTypeUtil.setDTypeForContext(before);
        }
    }
}

package org.initbench.scenario;

import java.util.List;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration.ListBuilder;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.initbench.config.Section;
import org.initbench.data.TrialData;
import org.initbench.network.Network;
import org.initbench.scenario.SourceData.Form;

/**
 * A small convolutional network: kernels with the padding that keeps height and width, each followed by a maximum over 2×2,
 * then a softmax. 16 and 32 kernels of 3×3 by default; on MNIST, or on coloured shapes.
 */
final class CnnScenario implements SourcedScenario {

    private final List<Integer> channels;
    private final int kernel;
    private final Hidden hidden;
    private final SourceData source;
    private final Outputs outputs;

    CnnScenario(Section network, Section data) {
        channels = network.integers("channels", List.of(16, 32), 1);
        kernel = network.integer("kernel", 3, 1);
        hidden = Hidden.read(network, "relu", true);
        source = SourceData.read(data, "auto", Form.PICTURES);
        outputs = Outputs.read(network, source.task());
    }

    @Override
    public Network network(NeuralNetConfiguration.Builder base, TrialData data) {
        long[] shape = data.train().features().shape();
        ListBuilder layers = base.list();
        channels.forEach(count -> addConvolution(layers, count));
        layers.layer(
                outputs.of(data.train().labels().size(1)).hasBias(hidden.bias()).build());
        return Network.of(layers.setInputType(InputType.convolutional(shape[2], shape[3], shape[1]))
                .build());
    }

    private void addConvolution(ListBuilder layers, int count) {
        hidden.add(
                layers,
                new ConvolutionLayer.Builder(kernel, kernel)
                        .nOut(count)
                        .convolutionMode(ConvolutionMode.Same)
                        .activation(hidden.own())
                        .hasBias(hidden.hasBias())
                        .build());
        layers.layer(new SubsamplingLayer.Builder(SubsamplingLayer.PoolingType.MAX)
                .kernelSize(2, 2)
                .stride(2, 2)
                .build());
    }

    @Override
    public SourceData source() {
        return source;
    }
}

package org.initbench.scenario;

import java.util.Collections;
import java.util.List;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.initbench.config.Section;
import org.initbench.data.TrialData;
import org.initbench.network.Network;
import org.initbench.scenario.SourceData.Form;

/**
 * A multilayer perceptron on the pixels of images, MNIST's if they are to be had: one hidden layer of 256 by default, or any
 * number of layers of one width, so that depth alone changes.
 */
final class ImageMlpScenario implements SourcedScenario {

    private final Mlp mlp;
    private final SourceData source;
    private final Outputs outputs;

    private ImageMlpScenario(Mlp mlp, Section network, Section data) {
        this.mlp = mlp;
        this.source = SourceData.read(data, "auto", Form.FLAT);
        this.outputs = Outputs.read(network, source.task());
    }

    /** With {@code network.hidden}. */
    static ImageMlpScenario ofHidden(Section network, Section data) {
        return new ImageMlpScenario(Mlp.read(network, List.of(256), "relu"), network, data);
    }

    /** With {@code network.depth} hidden layers of {@code network.width} units. */
    static ImageMlpScenario ofDepth(Section network, Section data) {
        int depth = network.integer("depth", 5, 1);
        int width = network.integer("width", 100, 1);
        return new ImageMlpScenario(Mlp.read(network, Collections.nCopies(depth, width), "relu", true), network, data);
    }

    @Override
    public Network network(NeuralNetConfiguration.Builder base, TrialData data) {
        return mlp.of(base.list(), data, outputs);
    }

    @Override
    public SourceData source() {
        return source;
    }
}

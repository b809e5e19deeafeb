package org.initbench.scenario;

import java.util.Collections;
import java.util.List;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.initbench.config.Section;
import org.initbench.data.DataSource;
import org.initbench.data.ImageData;
import org.initbench.data.ImageData.Layout;
import org.initbench.data.TrialData;
import org.initbench.network.Network;

/**
 * A multilayer perceptron on the pixels of images, MNIST's if they are to be had: one hidden layer of 256 by default, or any
 * number of layers of one width, so that depth alone changes.
 */
final class ImageMlpScenario implements SourcedScenario {

    private final Mlp mlp;
    private final ImageData images;

    private ImageMlpScenario(Mlp mlp, Section data) {
        this.mlp = mlp;
        this.images = new ImageData(data, Layout.FLAT);
    }

    /** With {@code network.hidden}. */
    static ImageMlpScenario ofHidden(Section network, Section data) {
        return new ImageMlpScenario(Mlp.read(network, List.of(256), "relu"), data);
    }

    /** With {@code network.depth} hidden layers of {@code network.width} units. */
    static ImageMlpScenario ofDepth(Section network, Section data) {
        int depth = network.integer("depth", 5, 1);
        int width = network.integer("width", 100, 1);
        return new ImageMlpScenario(Mlp.read(network, Collections.nCopies(depth, width), "relu", true), data);
    }

    @Override
    public Network network(NeuralNetConfiguration.Builder base, TrialData data) {
        int pixels = (int) data.train().features().size(1);
        int classes = (int) data.train().labels().size(1);
        return mlp.softmax(base.list(), pixels, classes);
    }

    @Override
    public DataSource source() {
        return images;
    }
}

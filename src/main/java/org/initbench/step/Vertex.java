package org.initbench.step;

import java.util.Optional;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.InputPreProcessor;

/**
 * A layer of a network, or a sum.
 *
 * @param layer empty of a sum
 * @param before what is done between the layer and what it is given
 */
record Vertex(Optional<Layer> layer, Optional<InputPreProcessor> before) {}

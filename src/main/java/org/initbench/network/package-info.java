/**
 * DL4J's two kinds of network behind one face, and layers that DL4J lacks. A {@link org.initbench.network.Network} is a view
 * of a {@code MultiLayerNetwork} or a {@code ComputationGraph}: its layers with weights, its residual branches, and the few
 * things that are done with a network between its first values and its last figures. A {@link org.initbench.network.LayerKind} is what
 * initbench knows of a layer by its family.
 */
@NullMarked
package org.initbench.network;

import org.jspecify.annotations.NullMarked;

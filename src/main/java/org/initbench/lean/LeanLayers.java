package org.initbench.lean;

import org.deeplearning4j.nn.api.Layer;

/** The lean layers that there are. */
public final class LeanLayers {

    private LeanLayers() {}

    /**
     * The same layer on the same parameters with less work, or the layer itself where there is none.
     *
     * @param isFirst whether nothing asks for the gradient with respect to the layer's input
     */
    public static Layer of(Layer layer, boolean isFirst) {
        return LeanDense.of(layer, isFirst)
                .or(() -> LeanOutput.of(layer, isFirst))
                .or(() -> LeanConvolution.of(layer))
                .or(() -> LeanMaximum.of(layer))
                .or(() -> LeanLastTimeStep.of(layer, isFirst))
                .orElse(layer);
    }

    /** A layer, now with the place, parameters and gradients of another of the same configuration. */
    static Layer inPlaceOf(Layer layer, Layer lean) {
        lean.setListeners(layer.getListeners());
        lean.setIndex(layer.getIndex());
        lean.setParamsViewArray(layer.params());
        lean.setParamTable(layer.paramTable());
        lean.setBackpropGradientsViewArray(layer.getGradientsViewArray());
        return lean;
    }
}

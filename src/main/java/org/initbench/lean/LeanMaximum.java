package org.initbench.lean;

import java.util.Arrays;
import java.util.Optional;
import org.bytedeco.javacpp.FloatPointer;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.convolution.subsampling.SubsamplingLayer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Maxima over windows side by side, in single precision. oneDNN has a reference implementation alone for the layout that
 * DL4J uses, and goes forward once more on the way back. The first of equal values is the maximum, as in oneDNN.
 */
final class LeanMaximum extends SubsamplingLayer {

    private static final long serialVersionUID = 1L;

    private LeanMaximum(SubsamplingLayer layer) {
        super(layer.conf(), DataType.FLOAT);
        setListeners(layer.getListeners());
        setIndex(layer.getIndex());
    }

    /** The same layer, or empty where it does something else. */
    static Optional<Layer> of(Layer layer) {
        if (layer.getClass() != SubsamplingLayer.class) {
            return Optional.empty();
        }
        SubsamplingLayer pooling = (SubsamplingLayer) layer;
        var configuration = pooling.layerConf();
        boolean isPlain = pooling.getHelper() != null
                && pooling.conf().getDataType() == DataType.FLOAT
                && configuration.getPoolingType() == PoolingType.MAX
                && configuration.getCnn2dDataFormat() == CNN2DFormat.NCHW
                && Arrays.equals(configuration.getKernelSize(), configuration.getStride())
                && Arrays.equals(configuration.getPadding(), new int[] {0, 0})
                && Arrays.equals(configuration.getDilation(), new int[] {1, 1});
        return isPlain ? Optional.of(new LeanMaximum(pooling)) : Optional.empty();
    }

    @Override
    public INDArray activate(boolean training, LayerWorkspaceMgr workspaces) {
        if (!isCoveredByWindows(input)) {
            return super.activate(training, workspaces);
        }
        Windows windows = Windows.of(input, layerConf().getKernelSize());
        INDArray out = workspaces.createUninitialized(
                ArrayType.ACTIVATIONS,
                input.dataType(),
                input.size(0),
                input.size(1),
                windows.down(),
                windows.across());
        FloatPointer from = new FloatPointer(input.data().addressPointer());
        FloatPointer to = new FloatPointer(out.data().addressPointer());
        float[] plane = new float[windows.area()];
        float[] maxima = new float[windows.count()];
        long planes = input.size(0) * input.size(1);
        for (long i = 0; i < planes; i++) {
            from.position(i * plane.length).get(plane);
            windows.maxima(plane, maxima);
            to.position(i * maxima.length).put(maxima);
        }
        return out;
    }

    @Override
    public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr workspaces) {
        if (!isCoveredByWindows(input)) {
            return super.backpropGradient(epsilon, workspaces);
        }
        Windows windows = Windows.of(input, layerConf().getKernelSize());
        INDArray above = Elements.isByRows(epsilon) ? epsilon : workspaces.dup(ArrayType.ACTIVATION_GRAD, epsilon, 'c');
        INDArray below =
                workspaces.createUninitialized(ArrayType.ACTIVATION_GRAD, input.dataType(), input.shape(), 'c');
        FloatPointer from = new FloatPointer(input.data().addressPointer());
        FloatPointer gradients = new FloatPointer(above.data().addressPointer());
        FloatPointer to = new FloatPointer(below.data().addressPointer());
        float[] plane = new float[windows.area()];
        float[] maxima = new float[windows.count()];
        int[] places = new int[windows.count()];
        long planes = input.size(0) * input.size(1);
        for (long i = 0; i < planes; i++) {
            from.position(i * plane.length).get(plane);
            windows.maxima(plane, maxima);
            windows.places(plane, maxima, places);
            gradients.position(i * maxima.length).get(maxima);
            Arrays.fill(plane, 0);
            for (int window = 0; window < places.length; window++) {
                plane[places[window]] = maxima[window];
            }
            to.position(i * plane.length).put(plane);
        }
        return new Pair<>(new DefaultGradient(), below);
    }

    private boolean isCoveredByWindows(INDArray pictures) {
        int[] kernel = layerConf().getKernelSize();
        return pictures.rank() == 4
                && pictures.dataType() == DataType.FLOAT
                && Elements.isByRows(pictures)
                && pictures.size(2) % kernel[0] == 0
                && pictures.size(3) % kernel[1] == 0;
    }
}

package org.initbench.network;

import java.util.Objects;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.BaseLayer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A {@link LayerNormalization} at work. Its sums are loops over (examples, features, steps), with one step where there are none: ND4J takes an
 * operation for each of them, of which every one costs more than the arithmetic.
 */
final class RunningLayerNormalization extends BaseLayer<LayerNormalization> {

    private static final long serialVersionUID = 1L;

    RunningLayerNormalization(NeuralNetConfiguration configuration, DataType type) {
        super(configuration, type);
    }

    private interface Place {

        /** Where the first feature of a step of an example is; the next is {@code stride} further. */
        void at(int first, int stride);
    }

    private void forEachStep(Place place) {
        int features = (int) layerConf().getSize();
        int steps = (int) (input.length() / input.size(0) / features);
        for (int example = 0; example < input.size(0); example++) {
            for (int step = 0; step < steps; step++) {
                place.at(example * features * steps + step, steps);
            }
        }
    }

    /** Puts (x − mean)·scale in place of x; returns the scale, 1/√(variance + ε). */
    private double normalize(double[] x, int first, int stride) {
        int features = (int) layerConf().getSize();
        double mean = 0;
        for (int i = 0; i < features; i++) {
            mean += x[first + i * stride];
        }
        mean /= features;
        double squares = 0;
        for (int i = 0; i < features; i++) {
            double centred = x[first + i * stride] - mean;
            squares += centred * centred;
        }
        double scale = 1 / Math.sqrt(squares / features + LayerNormalization.EPSILON);
        for (int i = 0; i < features; i++) {
            x[first + i * stride] = (x[first + i * stride] - mean) * scale;
        }
        return scale;
    }

    @Override
    public INDArray activate(boolean training, LayerWorkspaceMgr workspaces) {
        assertInputSet(false);
        applyDropOutIfNecessary(training, workspaces);
        double[] x = NativeNumbers.read(input.castTo(dataType));
        double[] gain = NativeNumbers.read(getParam(LayerNormalization.GAIN));
        double[] bias = NativeNumbers.read(getParam(LayerNormalization.BIAS));
        forEachStep((first, stride) -> {
            normalize(x, first, stride);
            for (int i = 0; i < gain.length; i++) {
                x[first + i * stride] = gain[i] * x[first + i * stride] + bias[i];
            }
        });
        return NativeNumbers.write(
                x, workspaces.createUninitialized(ArrayType.ACTIVATIONS, dataType, input.shape(), 'c'));
    }

    /** With y = g·x̂ + b, ∂L/∂x = (h − mean(h) − x̂·mean(h·x̂))·scale, where h = g·∂L/∂y and means are over features. */
    @Override
    public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr workspaces) {
        assertInputSet(true);
        double[] x = NativeNumbers.read(input.castTo(dataType));
        double[] delta = NativeNumbers.read(epsilon);
        double[] gain = NativeNumbers.read(getParam(LayerNormalization.GAIN));
        double[] ofGain = new double[gain.length];
        double[] ofBias = new double[gain.length];
        forEachStep((first, stride) -> {
            double scale = normalize(x, first, stride);
            double mean = 0;
            double along = 0;
            for (int i = 0; i < gain.length; i++) {
                int at = first + i * stride;
                ofGain[i] += delta[at] * x[at];
                ofBias[i] += delta[at];
                delta[at] *= gain[i];
                mean += delta[at];
                along += delta[at] * x[at];
            }
            mean /= gain.length;
            along /= gain.length;
            for (int i = 0; i < gain.length; i++) {
                int at = first + i * stride;
                delta[at] = (delta[at] - mean - x[at] * along) * scale;
            }
        });
        Gradient gradients = new DefaultGradient();
        put(gradients, LayerNormalization.GAIN, ofGain);
        put(gradients, LayerNormalization.BIAS, ofBias);
        INDArray below = workspaces.createUninitialized(ArrayType.ACTIVATION_GRAD, dataType, input.shape(), 'c');
        return new Pair<>(gradients, backpropDropOutIfPresent(NativeNumbers.write(delta, below)));
    }

    private void put(Gradient gradients, String key, double[] values) {
        INDArray gradient = Objects.requireNonNull(gradientViews.get(key), key);
        gradients.gradientForVariable().put(key, NativeNumbers.write(values, gradient));
    }

    @Override
    public boolean isPretrainLayer() {
        return false;
    }
}

package org.initbench.step;

import java.util.Map;
import java.util.Objects;
import org.deeplearning4j.nn.params.DefaultParamInitializer;
import org.initbench.lean.Matrix;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * a = f(XW + b) of a dense layer, X being (examples, inputs), W (inputs, units) by columns and b (units). The network's own inputs that
 * are zero in a whole minibatch, as pixels on the border of digits are, take no part in products as far as they are the first or the last.
 */
final class Affine extends WatchablePart {

    private final Matrix weights;
    private final Matrix ofWeights;
    private final @Nullable Numbers bias;
    private final @Nullable Numbers ofBias;
    private final Curve curve;
    private final Memory memory;
    private final @Nullable Memory below;
    private final Range all;

    /** Inputs of the last pass that are not all zeros. */
    private Range used;

    /** Inputs outside of which the gradients in the network's memory are zero. */
    private Range nonZero;

    private @Nullable Signal input;
    private @Nullable Signal output;

    /**
     * A layer on these parameters.
     *
     * @param key by which its watcher is known
     * @param parameters by DL4J's names, and their gradients
     * @param isFirst whether nothing asks for dL/dX
     */
    Affine(
            String key,
            Map<String, INDArray> parameters,
            Map<String, INDArray> gradients,
            Curve curve,
            boolean isFirst) {
        super(key);
        INDArray w = Objects.requireNonNull(parameters.get(DefaultParamInitializer.WEIGHT_KEY));
        INDArray b = parameters.get(DefaultParamInitializer.BIAS_KEY);
        this.weights = Matrix.of(w);
        this.ofWeights = Matrix.of(Objects.requireNonNull(gradients.get(DefaultParamInitializer.WEIGHT_KEY)));
        this.bias = b == null ? null : Numbers.of(b);
        this.ofBias =
                b == null ? null : Numbers.of(Objects.requireNonNull(gradients.get(DefaultParamInitializer.BIAS_KEY)));
        this.curve = curve;
        this.memory = new Memory(w.dataType(), w.size(1));
        this.all = new Range(0, weights.rows());
        this.used = all;
        this.nonZero = all;
        this.below = isFirst ? null : new Memory(w.dataType(), w.size(0));
    }

    @Override
    public Signal forward(Signal in) {
        int examples = in.examples();
        Matrix x = in.matrix();
        Signal out = memory.of(examples);
        input = in;
        output = out;
        used = below == null && x.isByRows() ? in.used() : all;
        Products.put(out.matrix(), x.columns(used.from(), used.length()), weights.rows(used.from(), used.length()));
        double[] added = new double[out.units()];
        if (bias != null) {
            bias.read(0, added, added.length);
        }
        if (watcher == null) {
            activate(out, added, curve);
        } else {
            activate(out, added, new Curve.Identity());
            watcher.preactivation(out.array());
            activate(out, new double[added.length], curve);
            watcher.activation(out.array());
        }
        return out;
    }

    private static void activate(Signal out, double[] added, Curve curve) {
        int examples = out.examples();
        for (int unit = 0; unit < added.length; unit++) {
            out.numbers().activate(unit * examples, examples, added[unit], curve);
        }
    }

    @Override
    public @Nullable Signal backward(Signal gradient) {
        Signal out = Objects.requireNonNull(output);
        int examples = gradient.examples();
        if (watcher != null) {
            watcher.activationGradient(gradient.array());
        }
        double[] sums = new double[gradient.units()];
        double total = 0;
        for (int unit = 0; unit < sums.length; unit++) {
            sums[unit] = gradient.numbers().goBack(unit * examples, examples, out.numbers(), curve);
            total += sums[unit];
        }
        if (ofBias != null) {
            ofBias.write(0, sums, sums.length);
        }
        Matrix delta = gradient.matrix();
        // Zero times what is infinite is no number, and such a gradient is in the total.
        Range filled = Double.isFinite(total) ? used : all;
        Range written = filled.with(nonZero);
        nonZero = filled;
        Matrix x = Objects.requireNonNull(input).matrix();
        Products.put(
                ofWeights.rows(written.from(), written.length()),
                x.columns(written.from(), written.length()).transposed(),
                delta);
        if (below == null) {
            return null;
        }
        Signal down = below.of(examples);
        Products.put(down.matrix(), delta, weights.transposed());
        return down;
    }

    @Override
    public void forget() {
        nonZero = all;
    }
}

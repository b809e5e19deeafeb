package org.initbench.step;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.initbench.network.ScalarLayer.Operation;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/** What is done to each number, whatever its place, of what lies by columns. */
abstract class Pointwise implements Part {

    private final Map<Integer, Memory> byUnits = new HashMap<>();
    private @Nullable Signal input;
    private @Nullable Signal output;
    private double[] values = {};
    private double[] slopes = {};

    private Pointwise() {}

    @Override
    public final Signal forward(Signal in) {
        Memory memory = byUnits.computeIfAbsent(
                in.units(), units -> new Memory(in.array().dataType(), units));
        Signal out = memory.of(in.examples());
        int count = in.examples() * in.units();
        if (values.length < count) {
            values = new double[count];
            slopes = new double[count];
        }
        in.numbers().read(0, values, count);
        apply(values, count);
        out.numbers().write(0, values, count);
        input = in;
        output = out;
        return out;
    }

    @Override
    public final Signal backward(Signal gradient) {
        int count = gradient.examples() * gradient.units();
        gradient.numbers().read(0, slopes, count);
        known(Objects.requireNonNull(input), Objects.requireNonNull(output))
                .numbers()
                .read(0, values, count);
        back(values, slopes, count);
        gradient.numbers().write(0, slopes, count);
        return gradient;
    }

    /** That by which the way back goes. */
    abstract Signal known(Signal given, Signal result);

    abstract void apply(double[] given, int count);

    abstract void back(double[] known, double[] gradients, int count);

    /** An activation function. */
    static final class Activated extends Pointwise {

        private final Curve curve;

        Activated(Curve curve) {
            this.curve = curve;
        }

        @Override
        Signal known(Signal given, Signal result) {
            return result;
        }

        @Override
        void apply(double[] given, int count) {
            curve.apply(given, count);
        }

        @Override
        void back(double[] known, double[] gradients, int count) {
            curve.back(known, gradients, count);
        }
    }

    /** A number that is added, or by which all are multiplied. */
    static final class Scaled extends Pointwise {

        private final Operation operation;
        private final Numbers parameter;
        private final Numbers ofParameter;
        private final double[] one = new double[1];

        Scaled(Operation operation, INDArray parameter, INDArray ofParameter) {
            this.operation = operation;
            this.parameter = Numbers.of(parameter);
            this.ofParameter = Numbers.of(ofParameter);
        }

        @Override
        Signal known(Signal given, Signal result) {
            return given;
        }

        @Override
        void apply(double[] given, int count) {
            double scalar = scalar();
            boolean isSum = operation == Operation.ADD;
            for (int i = 0; i < count; i++) {
                given[i] = isSum ? given[i] + scalar : given[i] * scalar;
            }
        }

        @Override
        void back(double[] known, double[] gradients, int count) {
            double scalar = scalar();
            boolean isSum = operation == Operation.ADD;
            double sum = 0;
            for (int i = 0; i < count; i++) {
                sum += isSum ? gradients[i] : gradients[i] * known[i];
                gradients[i] = isSum ? gradients[i] : gradients[i] * scalar;
            }
            one[0] = sum;
            ofParameter.write(0, one, 1);
        }

        private double scalar() {
            parameter.read(0, one, 1);
            return one[0];
        }
    }
}

package org.initbench.step;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.params.SimpleRnnParamInitializer;
import org.initbench.lean.Matrix;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * h(t) = cell(x(t)W + h(t − 1)R + b) of a recurrent layer, from h = 0. What needs no other step is one product over all of them.
 */
final class Recurrent extends WatchablePart {

    private final Matrix weights;
    private final Matrix recurrent;
    private final Matrix ofWeights;
    private final Matrix ofRecurrent;
    private final Numbers bias;
    private final Numbers ofBias;
    private final Cell cell;
    private final INDArray example;
    private final boolean isLastStep;
    private final boolean isFirst;
    private final int inputs;
    private final int units;
    private final Map<List<Integer>, Room> rooms = new HashMap<>();
    private @Nullable Signal input;
    private @Nullable Room used;

    /**
     * A layer on these parameters.
     *
     * @param key by which its watcher is known
     * @param parameters by DL4J's names, the same for every recurrent layer, and their gradients
     * @param isLastStep whether only the last step goes on to the next layer
     * @param isFirst whether nothing asks for dL/dX
     */
    Recurrent(
            String key,
            Map<String, INDArray> parameters,
            Map<String, INDArray> gradients,
            Cell cell,
            boolean isLastStep,
            boolean isFirst) {
        super(key);
        this.example = of(parameters, SimpleRnnParamInitializer.RECURRENT_WEIGHT_KEY);
        this.weights = Matrix.of(of(parameters, SimpleRnnParamInitializer.WEIGHT_KEY));
        this.recurrent = Matrix.of(example);
        this.bias = Numbers.of(of(parameters, SimpleRnnParamInitializer.BIAS_KEY));
        this.ofWeights = Matrix.of(of(gradients, SimpleRnnParamInitializer.WEIGHT_KEY));
        this.ofRecurrent = Matrix.of(of(gradients, SimpleRnnParamInitializer.RECURRENT_WEIGHT_KEY));
        this.ofBias = Numbers.of(of(gradients, SimpleRnnParamInitializer.BIAS_KEY));
        this.cell = cell;
        this.isLastStep = isLastStep;
        this.isFirst = isFirst;
        this.inputs = weights.rows();
        this.units = recurrent.rows();
    }

    private static INDArray of(Map<String, INDArray> arrays, String name) {
        return Objects.requireNonNull(arrays.get(name));
    }

    /** Memory for minibatches of a size. */
    private final class Room {

        private final int examples;
        private final int steps;
        private final Signal z;
        private final Signal h;
        private final Signal carried;
        private final Signal last;
        private final @Nullable Signal below;
        private final List<Matrix> zs;
        private final List<Matrix> hs;
        private final double[] someZ;
        private final double[] someH;
        private final double[] turned;

        Room(int examples, int steps) {
            this.examples = examples;
            this.steps = steps;
            this.z = Signal.ofSequences(example.dataType(), steps, examples, weights.columns());
            this.h = Signal.ofSequences(example.dataType(), steps, examples, units);
            this.carried = Signal.ofSequences(example.dataType(), 1, examples, units);
            this.last = new Memory(example.dataType(), units).of(examples);
            this.below = isFirst ? null : Signal.ofSequences(example.dataType(), steps, examples, inputs);
            this.zs = IntStream.range(0, steps).mapToObj(z::step).toList();
            this.hs = IntStream.range(0, steps).mapToObj(h::step).toList();
            this.someZ = new double[examples * weights.columns()];
            this.someH = new double[examples * units];
            this.turned = new double[examples * units];
        }
    }

    @Override
    public Signal forward(Signal in) {
        Room room =
                rooms.computeIfAbsent(List.of(in.examples(), in.steps()), size -> new Room(in.examples(), in.steps()));
        used = room;
        input = in;
        Products.put(room.z.matrix(), in.matrix(), weights);
        double[] added = new double[weights.columns()];
        bias.read(0, added, added.length);
        for (int step = 0; step < room.steps; step++) {
            if (step > 0) {
                Products.add(room.zs.get(step), room.hs.get(step - 1), recurrent);
            }
            room.z.numbers().read(step * room.someZ.length, room.someZ, room.someZ.length);
            addToRows(added, room.someZ);
            if (watcher != null) {
                room.z.numbers().write(step * room.someZ.length, room.someZ, room.someZ.length);
                watcher.preactivation(room.z.stepArray(step));
            }
            cell.forward(step, room.someZ, room.someH, room.examples);
            room.h.numbers().write(step * room.someH.length, room.someH, room.someH.length);
            if (watcher != null) {
                watcher.activation(room.h.stepArray(step));
            }
        }
        if (!isLastStep) {
            return room.h;
        }
        Numbers.turn(room.someH, room.turned, room.examples, units);
        room.last.numbers().write(0, room.turned, room.turned.length);
        return room.last;
    }

    private static void addToRows(double[] added, double[] rows) {
        for (int from = 0; from < rows.length; from += added.length) {
            for (int i = 0; i < added.length; i++) {
                rows[from + i] += added[i];
            }
        }
    }

    @Override
    public @Nullable Signal backward(Signal gradient) {
        Room room = Objects.requireNonNull(used);
        double[] sums = new double[weights.columns()];
        double[] carried = new double[room.someH.length];
        for (int step = room.steps - 1; step >= 0; step--) {
            boolean isLast = step == room.steps - 1;
            fromAbove(gradient, step, room);
            for (int i = 0; i < carried.length; i++) {
                room.someH[i] += carried[i];
            }
            if (watcher != null && cell.isActivation()) {
                room.carried.numbers().write(0, room.someH, room.someH.length);
                watcher.activationGradient(room.carried.array());
            }
            cell.backward(step, isLast, room.someH, room.someZ, room.examples);
            room.z.numbers().write(step * room.someZ.length, room.someZ, room.someZ.length);
            for (int from = 0; from < room.someZ.length; from += sums.length) {
                for (int i = 0; i < sums.length; i++) {
                    sums[i] += room.someZ[from + i];
                }
            }
            if (step > 0) {
                Products.put(room.carried.matrix(), room.zs.get(step), recurrent.transposed());
                room.carried.numbers().read(0, carried, carried.length);
            }
        }
        ofBias.write(0, sums, sums.length);
        Matrix delta = room.z.matrix();
        Products.put(ofWeights, Objects.requireNonNull(input).matrix().transposed(), delta);
        int later = (room.steps - 1) * room.examples;
        Products.put(ofRecurrent, room.h.matrix().rows(0, later).transposed(), delta.rows(room.examples, later));
        if (room.below == null) {
            return null;
        }
        Products.put(room.below.matrix(), delta, weights.transposed());
        return room.below;
    }

    /** What comes from the next layer: to all steps, or to the last one. */
    private void fromAbove(Signal gradient, int step, Room room) {
        if (!isLastStep) {
            gradient.numbers().read(step * room.someH.length, room.someH, room.someH.length);
        } else if (step == room.steps - 1) {
            gradient.numbers().read(0, room.turned, room.turned.length);
            Numbers.turn(room.turned, room.someH, units, room.examples);
        } else {
            Arrays.fill(room.someH, 0);
        }
    }
}

package org.initbench.step;

import java.util.Arrays;

/**
 * The cell of an LSTM without peepholes (Gers et al. 2000), c = f·c′ + i·a and h = o·φ(c). Its pre-activations are, in DL4J's order, those
 * of the input a, the forget gate f, the output gate o and the input gate i.
 */
final class LongShortTermMemory implements Cell {

    private static final int GATES = 4;

    private final int units;
    private final Curve curve;
    private final Curve gate;
    private double[][] inputs = {};
    private double[][] forgets = {};
    private double[][] reads = {};
    private double[][] writes = {};
    private double[][] states = {};
    private double[][] seen = {};
    private double[] ofState = {};
    private double[] part = {};

    LongShortTermMemory(int units, Curve curve, Curve gate) {
        this.units = units;
        this.curve = curve;
        this.gate = gate;
    }

    @Override
    public int gates() {
        return GATES;
    }

    @Override
    public void forward(int step, double[] z, double[] h, int examples) {
        int count = examples * units;
        inputs = Cell.grown(inputs, step, count);
        forgets = Cell.grown(forgets, step, count);
        reads = Cell.grown(reads, step, count);
        writes = Cell.grown(writes, step, count);
        states = Cell.grown(states, step, count);
        seen = Cell.grown(seen, step, count);
        take(z, 0, inputs[step], examples);
        take(z, 1, forgets[step], examples);
        take(z, 2, reads[step], examples);
        take(z, 3, writes[step], examples);
        curve.apply(inputs[step], count);
        gate.apply(forgets[step], count);
        gate.apply(reads[step], count);
        gate.apply(writes[step], count);
        remember(inputs[step], writes[step], states[step], count);
        if (step > 0) {
            keep(states[step - 1], forgets[step], states[step], count);
        }
        System.arraycopy(states[step], 0, seen[step], 0, count);
        curve.apply(seen[step], count);
        remember(seen[step], reads[step], h, count);
    }

    private static void remember(double[] values, double[] factors, double[] products, int count) {
        for (int i = 0; i < count; i++) {
            products[i] = values[i] * factors[i];
        }
    }

    private static void keep(double[] values, double[] factors, double[] sums, int count) {
        for (int i = 0; i < count; i++) {
            sums[i] += values[i] * factors[i];
        }
    }

    @Override
    public void backward(int step, boolean isLast, double[] ofH, double[] ofZ, int examples) {
        int count = examples * units;
        if (isLast) {
            ofState = new double[count];
            part = new double[count];
        }
        remember(seen[step], ofH, part, count);
        gate.back(reads[step], part, count);
        put(part, ofZ, 2, examples);

        remember(reads[step], ofH, part, count);
        curve.back(seen[step], part, count);
        for (int i = 0; i < count; i++) {
            ofState[i] += part[i];
        }
        remember(writes[step], ofState, part, count);
        curve.back(inputs[step], part, count);
        put(part, ofZ, 0, examples);

        remember(inputs[step], ofState, part, count);
        gate.back(writes[step], part, count);
        put(part, ofZ, 3, examples);

        if (step > 0) {
            remember(states[step - 1], ofState, part, count);
            gate.back(forgets[step], part, count);
        } else {
            Arrays.fill(part, 0);
        }
        put(part, ofZ, 1, examples);
        remember(forgets[step], ofState, ofState, count);
    }

    private void take(double[] z, int which, double[] values, int examples) {
        for (int example = 0; example < examples; example++) {
            System.arraycopy(z, (example * GATES + which) * units, values, example * units, units);
        }
    }

    private void put(double[] values, double[] z, int which, int examples) {
        for (int example = 0; example < examples; example++) {
            System.arraycopy(values, example * units, z, (example * GATES + which) * units, units);
        }
    }
}

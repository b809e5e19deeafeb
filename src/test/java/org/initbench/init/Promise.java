package org.initbench.init;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import org.initbench.network.Role;
import org.nd4j.linalg.activations.Activation;

/**
 * What the weights of an initializer are promised to be, by formulas of its own: only sizes of {@link TestSlots} go in.
 *
 * @param activation of the layer
 * @param mean of the weights
 * @param variance of the weights of a slot, zeros included
 * @param drawn how many weights into each unit of a slot are drawn; the others are 0
 * @param shape of those that are drawn
 */
record Promise(
        String spec,
        Activation activation,
        double mean,
        ToDoubleFunction<Slot> variance,
        ToIntFunction<Slot> drawn,
        Shape shape) {

    /** Every entry of the catalog whose weights are random and not made from others, in the variants it has. */
    static List<Promise> all() {
        List<Promise> all = new ArrayList<>(List.of(
                promise("normal(0.01)", slot -> 1e-4, Shape.NORMAL),
                promise("normal(std=10, mean=3)", slot -> 100, Shape.NORMAL).around(3),
                promise("uniform(0.3)", slot -> 0.03, Shape.UNIFORM),
                promise("uniform(low=1, high=3)", slot -> 1 / 3.0, Shape.UNIFORM)
                        .around(2),
                promise("truncated_normal(0.5)", slot -> 0.25 * Shape.cutMoment(2), Shape.TRUNCATED),
                promise("clipped_normal(0.5)", slot -> 0.25 * Shape.clippedMoment(2), Shape.CLIPPED),
                promise("glorot_normal", slot -> 2 / (in(slot) + out(slot)), Shape.NORMAL),
                promise("glorot_uniform", slot -> 2 / (in(slot) + out(slot)), Shape.UNIFORM),
                promise("he_normal", slot -> 2 / in(slot), Shape.NORMAL),
                promise("he_normal(0.5)", slot -> 2 / (1.25 * in(slot)), Shape.NORMAL),
                promise("he_uniform", slot -> 2 / in(slot), Shape.UNIFORM),
                promise("he_uniform(0.5)", slot -> 2 / (1.25 * in(slot)), Shape.UNIFORM),
                promise("lecun_normal", slot -> 1 / in(slot), Shape.NORMAL),
                promise("lecun_uniform", slot -> 1 / in(slot), Shape.UNIFORM),
                promise("critical", slot -> 2 / in(slot), Shape.NORMAL).with(Activation.RELU),
                promise("critical", slot -> 1 / in(slot), Shape.NORMAL).with(Activation.TANH),
                promise("critical", slot -> 1 / in(slot), Shape.NORMAL).with(Activation.SOFTMAX),
                // The trapezoidal rule in steps of 1/256, in Python: for tanh, and z/(1 + e^(-1.702 z)) with 1.702 as a
                // float.
                promise("unit_variance", slot -> 2 / in(slot), Shape.NORMAL).with(Activation.RELU),
                promise("unit_variance", slot -> 2.5361754332174535 / in(slot), Shape.NORMAL)
                        .with(Activation.TANH),
                promise("unit_variance", slot -> 2.3699332724829576 / in(slot), Shape.NORMAL)
                        .with(Activation.GELU),
                promise("unit_variance", slot -> 1 / in(slot), Shape.NORMAL).with(Activation.SOFTMAX),
                promise("small_init", slot -> 0.4 / Math.min(in(slot), out(slot)), Shape.NORMAL),
                promise("gpt2", slot -> 4e-4, Shape.NORMAL),
                promise("mup(20)", Promise::ofMup, Shape.NORMAL),
                promise(
                        "mup(base=20, scale=1)",
                        slot -> slot.role() == Role.EMBEDDING ? 1 : 1 / in(slot),
                        Shape.NORMAL),
                promise("sparse(fraction=0.75, std=2)", slot -> 4 * 0.25, Shape.NORMAL)
                        .drawing(slot -> in(slot) / 4),
                promise("sparse(fraction=0.55, std=1)", slot -> 0.45, Shape.NORMAL)
                        .drawing(slot -> in(slot) * 45 / 100),
                promise("orthogonal(3)", slot -> 9.0 / larger(slot), Shape.ORTHONORMAL),
                promise("delta_orthogonal", Promise::ofCentres, Shape.ORTHONORMAL)
                        .drawing(slot -> in(slot) / positions(slot)),
                promise("lsuv", slot -> 1.0 / larger(slot), Shape.ORTHONORMAL)));
        scalings(all);
        return List.copyOf(all);
    }

    /** Every mode with every distribution. */
    private static void scalings(List<Promise> all) {
        Map<String, ToDoubleFunction<Slot>> variances = Map.of(
                "fan_in", slot -> 3 / in(slot),
                "fan_out", slot -> 3 / out(slot),
                "fan_avg", slot -> 6 / (in(slot) + out(slot)),
                "fan_geo_avg", slot -> 3 / Math.sqrt(in(slot) * out(slot)));
        Map<String, Shape> shapes =
                Map.of("normal", Shape.NORMAL, "truncated_normal", Shape.TRUNCATED, "uniform", Shape.UNIFORM);
        variances.forEach((mode, variance) -> shapes.forEach((name, shape) -> all.add(promise(
                "variance_scaling(scale=3, mode=%s, distribution=%s)".formatted(mode, name), variance, shape))));
    }

    private static Promise promise(String spec, ToDoubleFunction<Slot> variance, Shape shape) {
        return new Promise(spec, Activation.RELU, 0, variance, slot -> (int) in(slot), shape);
    }

    private Promise around(double other) {
        return new Promise(spec, activation, other, variance, drawn, shape);
    }

    private Promise with(Activation other) {
        return new Promise(spec, other, mean, variance, drawn, shape);
    }

    private Promise drawing(ToDoubleFunction<Slot> share) {
        return new Promise(spec, activation, mean, variance, slot -> (int) share.applyAsDouble(slot), shape);
    }

    /** Of a layer between the first and the last. */
    private static double ofMup(Slot slot) {
        return slot.role() == Role.EMBEDDING ? 1 : 2 / in(slot);
    }

    /** Orthogonal at the centre of (32, 16) kernels of 15 positions, orthogonal otherwise. */
    private static double ofCentres(Slot slot) {
        return slot.isKernel() ? 1 / 32.0 / positions(slot) : 1.0 / larger(slot);
    }

    private static double in(Slot slot) {
        return switch (slot.role()) {
            case RECURRENT -> 80;
            case EMBEDDING -> 500;
            default -> slot.isKernel() ? 16 * 3 * 5 : 100;
        };
    }

    private static double out(Slot slot) {
        return switch (slot.role()) {
            case RECURRENT -> 80;
            case EMBEDDING -> 16;
            default -> slot.isKernel() ? 32 * 3 * 5 : 60;
        };
    }

    /** Length of the orthonormal vectors: of the columns of a tall matrix, of the rows of a wide one. */
    private static int larger(Slot slot) {
        return switch (slot.role()) {
            case RECURRENT -> 80;
            case EMBEDDING -> 500;
            default -> slot.isKernel() ? 240 : 100;
        };
    }

    private static int positions(Slot slot) {
        return slot.isKernel() ? 15 : 1;
    }
}

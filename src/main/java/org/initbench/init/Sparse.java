package org.initbench.init;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.OptionalDouble;
import org.initbench.init.InitializerType.Parameter.Kind;

/**
 * N(0, std²) with a fraction of the weights into each unit set to 0, others for each unit; variance (1 − zeros/inputs)·std²
 * where zeros = ⌈fraction·inputs⌉. Units then differ, and their input does not grow with the fan-in. Martens 2010, sec. 5.
 * DL4J has none.
 */
record Sparse(double fraction, double std) implements Initializer {

    static final InitializerType TYPE = InitializerType.named("sparse")
            .parameter("fraction", Kind.FRACTION, null)
            .parameter("std", Kind.POSITIVE, null)
            .formula("N(0, std²), zeros = ⌈fraction·inputs⌉ weights into each unit 0")
            .variance("(1 - zeros/inputs)·std²")
            .source("Martens 2010")
            .example("sparse(fraction=0.9, std=1)")
            .creates(arguments -> new Sparse(arguments.number("fraction"), arguments.number("std")));

    @Override
    public double[] weights(Slot slot, Draws draws) {
        int inputs = slot.inputs();
        double[] values = Draws.fill(slot.size(), () -> std * draws.gaussian());
        int[] order = new int[inputs];
        for (int unit = 0; unit < slot.units(); unit++) {
            for (int i = 0; i < inputs; i++) {
                order[i] = i;
            }
            for (int i = 0; i < zeros(inputs); i++) {
                int chosen = i + (int) draws.uniform(0, inputs - i);
                int swapped = order[chosen];
                order[chosen] = order[i];
                order[i] = swapped;
                values[unit * inputs + swapped] = 0;
            }
        }
        return values;
    }

    @Override
    public OptionalDouble variance(Slot slot) {
        return OptionalDouble.of((1 - (double) zeros(slot.inputs()) / slot.inputs()) * std * std);
    }

    /** In decimals: as doubles, 0.55 of 100 is a little more than 55. */
    private int zeros(int inputs) {
        return BigDecimal.valueOf(fraction)
                .multiply(BigDecimal.valueOf(inputs))
                .setScale(0, RoundingMode.CEILING)
                .intValueExact();
    }
}

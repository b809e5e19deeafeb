package org.initbench.conformance;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.initbench.init.Initialization;
import org.initbench.init.Seeding;
import org.initbench.init.UnsuitableInitializerException;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * The weights that one initializer gave to networks of one layer each.
 *
 * @param weights by shape, row by row; missing where there are none
 * @param missing why there are none, by shape
 */
record Drawn(Subject subject, Map<Shape, double[]> weights, Map<Shape, Missing> missing) {

    /**
     * No weights.
     *
     * @param verdict refused, where the initializer says that it has no rule, or failed
     */
    record Missing(Verdict verdict, String reason) {}

    private static final long SEED = 1;

    /** Draws for each shape, always from the same seed, so that two initializers that differ in name alone draw the same. */
    static Drawn of(Subject subject, List<Shape> shapes) {
        Map<Shape, double[]> weights = new LinkedHashMap<>();
        Map<Shape, Missing> missing = new LinkedHashMap<>();
        for (Shape shape : shapes) {
            try {
                MultiLayerNetwork network = Initialization.initialize(
                        shape.configuration(DataType.DOUBLE, SEED),
                        subject.initializer(),
                        Seeding.independent(SEED, 0),
                        shape.features());
                weights.put(shape, network.getParam("0_W").ravel().toDoubleVector());
            } catch (UnsuitableInitializerException refusal) {
                missing.put(shape, new Missing(Verdict.REFUSED, String.valueOf(refusal.getMessage())));
            } catch (RuntimeException failure) {
                String thrown = failure.getClass().getSimpleName();
                missing.put(shape, new Missing(Verdict.FAILED, "throws " + thrown));
            }
        }
        return new Drawn(subject, weights, missing);
    }
}

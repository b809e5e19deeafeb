package org.initbench.step;

import java.util.Map;
import org.deeplearning4j.nn.gradient.Gradient;
import org.initbench.network.LayerWatcher;

/** Hears of one pass of a {@link StepPlan}. */
public interface Measured {

    /** Who sees what goes through layers, by the keys of {@link org.initbench.network.WeightLayer}. */
    Map<String, LayerWatcher> watchers();

    /** Hears that gradients are there, by DL4J's names, summed over so many examples. */
    void beforeUpdate(Gradient gradients, int examples);

    /** Hears that parameters have changed, by the negative of what is in the gradients' place now. */
    void afterUpdate(Gradient updates);
}

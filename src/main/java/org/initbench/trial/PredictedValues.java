package org.initbench.trial;

import java.util.ArrayList;
import java.util.List;
import org.initbench.data.Examples;
import org.initbench.data.TargetScale;
import org.initbench.data.TrialData;
import org.initbench.network.Network;
import org.initbench.result.PredictedValue;
import org.nd4j.linalg.api.ndarray.INDArray;

/** What a network says of the values of some examples, for tables and pictures. */
final class PredictedValues {

    /** Examples of each split: more make a picture no clearer. */
    private static final int MOST = 500;

    /** Of each split, as an example may have hundreds. */
    private static final int MOST_VALUES = 10_000;

    private PredictedValues() {}

    /** The first examples of each split, training examples first. */
    static List<PredictedValue> of(Network network, TrialData data) {
        List<PredictedValue> values = new ArrayList<>();
        TargetScale scale = data.targetScale();
        add(values, "train", network, data.train(), scale);
        data.test().ifPresent(test -> add(values, "test", network, test, scale));
        return values;
    }

    private static void add(
            List<PredictedValue> values, String split, Network network, Examples examples, TargetScale scale) {
        int most =
                (int) Math.min(MOST, Math.max(1, MOST_VALUES / examples.labels().size(1)));
        Examples some = examples.first(most);
        Network.Prediction prediction = network.predict(some.dataSet());
        INDArray expected = prediction.labels();
        for (int row = 0; row < Math.min(most, expected.size(0)); row++) {
            for (int column = 0; column < expected.size(1); column++) {
                values.add(new PredictedValue(
                        split,
                        row,
                        column,
                        scale.value(column, expected.getDouble(row, column)),
                        scale.value(column, prediction.output().getDouble(row, column))));
            }
        }
    }
}

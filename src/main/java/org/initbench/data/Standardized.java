package org.initbench.data;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.dataset.api.preprocessor.NormalizerStandardize;

/** Brings each feature to mean 0 and standard deviation 1 over the training examples. */
final class Standardized {

    private Standardized() {}

    /** The same data, each feature by the mean and deviation that it has among the training examples. */
    static TrialData of(TrialData data) {
        NormalizerStandardize normalizer = new NormalizerStandardize();
        normalizer.fit(new DataSet(data.train().features(), data.train().labels()));
        return data.map(examples -> scaled(normalizer, examples));
    }

    private static Examples scaled(NormalizerStandardize normalizer, Examples examples) {
        INDArray features = examples.features().dup();
        normalizer.transform(features);
        return new Examples(features, examples.labels());
    }
}

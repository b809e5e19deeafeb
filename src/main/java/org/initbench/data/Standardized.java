package org.initbench.data;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.dataset.api.preprocessor.NormalizerStandardize;
import org.nd4j.linalg.factory.Nd4j;

/** Brings each feature, or each value to be learned, to mean 0 and standard deviation 1 over the training examples. */
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

    /** The same data, each column of labels by its mean and deviation (divisor n) likewise; one that never varies by its mean alone. */
    static TrialData targets(TrialData data) {
        TargetScale scale = scale(data.train().labels());
        TrialData scaled = data.map(examples -> new Examples(examples.features(), scaled(examples.labels(), scale)));
        return new TrialData(scaled.name(), scaled.train(), scaled.test(), Optional.of(scale));
    }

    private static TargetScale scale(INDArray labels) {
        INDArray exact = labels.castTo(DataType.DOUBLE);
        return new TargetScale(
                Arrays.stream(exact.mean(0).toDoubleVector()).boxed().toList(),
                Arrays.stream(exact.std(false, 0).toDoubleVector())
                        .map(deviation -> deviation > 0 ? deviation : 1)
                        .boxed()
                        .toList());
    }

    private static INDArray scaled(INDArray labels, TargetScale scale) {
        return labels.castTo(DataType.DOUBLE)
                .subRowVector(row(scale.means()))
                .divRowVector(row(scale.deviations()))
                .castTo(labels.dataType());
    }

    private static INDArray row(List<Double> values) {
        return Nd4j.createFromArray(
                values.stream().mapToDouble(Double::doubleValue).toArray());
    }
}

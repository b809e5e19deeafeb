package org.initbench.scenario;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.initbench.data.DataFolders;
import org.initbench.data.DataOrigin;
import org.initbench.data.DataRequest;
import org.initbench.data.DataSource;
import org.initbench.data.Examples;
import org.initbench.data.ResolvedData;
import org.initbench.data.Task;
import org.initbench.data.TrialData;
import org.initbench.networkfile.InputShape;
import org.initbench.networkfile.OutputShape;
import org.initbench.random.Seeds;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Examples that fit a network and mean nothing: standard-normal inputs, ids uniform over the vocabulary, and labels of the kind
 * that the loss takes, drawn by a generator of their own.
 *
 * @param input of the network, no length of it open
 * @param output of the network
 * @param count how many
 */
record RandomExamples(InputShape input, OutputShape output, int count) implements DataSource {

    private static final String NAME = "standard_normal";

    @Override
    public ResolvedData resolve(DataFolders folders) {
        Task task = new Task(
                task(),
                IntStream.range(0, (int) output.size())
                        .mapToObj(String::valueOf)
                        .toList());
        return new ResolvedData(NAME, input.type(), task, DataOrigin.NOTHING, List.of(), this::open);
    }

    @Override
    public Task.Kind task() {
        return output.isClasses() ? Task.Kind.CLASSES : Task.Kind.VALUES;
    }

    private TrialData open(DataRequest request) {
        INDArray features = array(features(request), input.arrayShape(count), request);
        INDArray labels = output.hasLoss() ? labels(request) : Nd4j.empty(request.type());
        return new TrialData(NAME, new Examples(features, labels), Optional.empty());
    }

    private double[] features(DataRequest request) {
        UniformRandomProvider generator = Seeds.generator(request.studySeed(), request.repetition(), "data");
        double[] values = new double[length(input.arrayShape(count))];
        if (input.kind() == InputShape.Kind.IDS) {
            int words = Math.toIntExact(input.size());
            Arrays.setAll(values, place -> generator.nextInt(words));
        } else {
            ZigguratSampler.NormalizedGaussian gaussian = ZigguratSampler.NormalizedGaussian.of(generator);
            Arrays.setAll(values, place -> gaussian.sample());
        }
        return values;
    }

    private INDArray labels(DataRequest request) {
        UniformRandomProvider generator = Seeds.generator(request.studySeed(), request.repetition(), "labels");
        long[] shape = shape();
        double[] values = new double[length(shape)];
        if (output.isOneOfSeveral()) {
            fillClasses(values, generator);
        } else if (output.isTwoSided()) {
            Arrays.setAll(values, place -> generator.nextInt(2));
        } else {
            ZigguratSampler.NormalizedGaussian gaussian = ZigguratSampler.NormalizedGaussian.of(generator);
            Arrays.setAll(values, place -> gaussian.sample());
        }
        return array(values, shape, request);
    }

    /** One place along the axis of classes for each example, step or pixel. */
    private void fillClasses(double[] values, UniformRandomProvider generator) {
        int classes = Math.toIntExact(output.size());
        long[] shape = shape();
        int stride = length(Arrays.copyOfRange(shape, output.sizeAxis() + 2, shape.length));
        for (int from = 0; from < values.length; from += classes * stride) {
            for (int within = 0; within < stride; within++) {
                values[from + generator.nextInt(classes) * stride + within] = 1;
            }
        }
    }

    private long[] shape() {
        return LongStream.concat(
                        LongStream.of(count), output.labelShape().stream().mapToLong(Long::longValue))
                .toArray();
    }

    private static int length(long[] shape) {
        return Math.toIntExact(Arrays.stream(shape).reduce(1, Math::multiplyExact));
    }

    private static INDArray array(double[] values, long[] shape, DataRequest request) {
        return Nd4j.createFromArray(values).castTo(request.type()).reshape('c', shape);
    }
}

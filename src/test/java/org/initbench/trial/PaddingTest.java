package org.initbench.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration.ListBuilder;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.EmbeddingSequenceLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.conf.layers.recurrent.Bidirectional;
import org.deeplearning4j.nn.conf.layers.recurrent.LastTimeStep;
import org.deeplearning4j.nn.conf.layers.recurrent.SimpleRnn;
import org.initbench.data.Examples;
import org.initbench.data.TargetScale;
import org.initbench.network.LayerNormalization;
import org.initbench.network.Network;
import org.initbench.network.PositionEmbedding;
import org.initbench.network.SelfAttention;
import org.initbench.probe.ProbeListener;
import org.initbench.probe.ProbeSettings;
import org.initbench.result.Baseline;
import org.initbench.result.LayerRow;
import org.initbench.result.Scores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** Prevents padding from being trained on, scored, or measured: with or without it, all figures are the same. */
class PaddingTest {

    private static final int EXAMPLES = 6;
    private static final int STEPS = 5;
    private static final int PADDED = 8;
    private static final int INPUTS = 3;
    private static final int CLASSES = 2;

    /** Networks that go through sequences in all ways in which masks reach layers. */
    enum Kind {
        LAST_OF_SIMPLE(false) {
            @Override
            ListBuilder add(ListBuilder layers) {
                return layers.layer(
                                new LastTimeStep(new SimpleRnn.Builder().nOut(4).build()))
                        .layer(output());
            }
        },
        LAST_OF_LSTM(false) {
            @Override
            ListBuilder add(ListBuilder layers) {
                return layers.layer(new LastTimeStep(new LSTM.Builder().nOut(4).build()))
                        .layer(output());
            }
        },
        POOLED(false) {
            @Override
            ListBuilder add(ListBuilder layers) {
                return layers.layer(new LSTM.Builder().nOut(4).build())
                        .layer(new GlobalPoolingLayer(PoolingType.AVG))
                        .layer(output());
            }
        },
        EACH_STEP(true) {
            @Override
            ListBuilder add(ListBuilder layers) {
                return layers.layer(new LSTM.Builder().nOut(4).build()).layer(stepOutput());
            }
        },
        DENSE_BETWEEN(true) {
            @Override
            ListBuilder add(ListBuilder layers) {
                return layers.layer(new SimpleRnn.Builder().nOut(4).build())
                        .layer(new DenseLayer.Builder()
                                .nOut(5)
                                .activation(Activation.RELU)
                                .build())
                        .layer(stepOutput());
            }
        },
        BOTH_WAYS(true) {
            @Override
            ListBuilder add(ListBuilder layers) {
                return layers.layer(new Bidirectional(
                                new SimpleRnn.Builder().nOut(4).build()))
                        .layer(stepOutput());
            }
        },
        ATTENTION(false) {
            @Override
            ListBuilder add(ListBuilder layers) {
                return layers.layer(new DenseLayer.Builder().nOut(4).build())
                        .layer(PositionEmbedding.of(PADDED, 4))
                        .layer(SelfAttention.of(4, 2))
                        .layer(LayerNormalization.of(4))
                        .layer(new GlobalPoolingLayer(PoolingType.AVG))
                        .layer(output());
            }
        },
        WORDS(true) {
            @Override
            ListBuilder add(ListBuilder layers) {
                return layers.layer(new EmbeddingSequenceLayer.Builder()
                                .nIn(INPUTS)
                                .nOut(4)
                                .build())
                        .layer(new LSTM.Builder().nIn(4).nOut(4).build())
                        .layer(stepOutput());
            }
        };

        private final boolean isByStep;

        Kind(boolean isByStep) {
            this.isByStep = isByStep;
        }

        abstract ListBuilder add(ListBuilder layers);

        /** DL4J keeps the last steps of masked sequences as floats, whatever the network has. */
        double precision() {
            return this == LAST_OF_SIMPLE || this == LAST_OF_LSTM ? 1e-7 : 1e-12;
        }

        static OutputLayer output() {
            return new OutputLayer.Builder(LossFunction.MCXENT)
                    .nOut(CLASSES)
                    .activation(Activation.SOFTMAX)
                    .build();
        }

        static RnnOutputLayer stepOutput() {
            return new RnnOutputLayer.Builder(LossFunction.MCXENT)
                    .nOut(CLASSES)
                    .activation(Activation.SOFTMAX)
                    .build();
        }

        Network network() {
            ListBuilder layers = new NeuralNetConfiguration.Builder()
                    .seed(7)
                    .updater(new Sgd(0.1))
                    .activation(Activation.TANH)
                    .dataType(DataType.DOUBLE)
                    .list();
            Network network = Network.of(
                    add(layers).setInputType(InputType.recurrent(INPUTS)).build());
            network.model().init();
            network.speedUp();
            return network;
        }

        /** The first steps are the same with and without what follows them, which is garbage. */
        Examples examples(boolean isPadded) {
            int steps = isPadded ? PADDED : STEPS;
            Nd4j.getRandom().setSeed(3);
            INDArray real = this == WORDS
                    ? Nd4j.rand(DataType.DOUBLE, EXAMPLES, STEPS).muli(INPUTS)
                    : Nd4j.randn(DataType.DOUBLE, EXAMPLES, INPUTS, STEPS);
            if (this == WORDS) {
                Nd4j.getExecutioner().exec(new org.nd4j.linalg.api.ops.impl.transforms.same.Floor(real));
            }
            INDArray garbage = this == WORDS
                    ? Nd4j.ones(DataType.DOUBLE, EXAMPLES, PADDED - STEPS)
                    : Nd4j.randn(DataType.DOUBLE, EXAMPLES, INPUTS, PADDED - STEPS)
                            .muli(100);
            INDArray features = isPadded ? Nd4j.concat(this == WORDS ? 1 : 2, real, garbage) : real;
            INDArray labels = isByStep
                    ? Nd4j.zeros(DataType.DOUBLE, EXAMPLES, CLASSES, steps)
                    : Nd4j.zeros(DataType.DOUBLE, EXAMPLES, CLASSES);
            for (int example = 0; example < EXAMPLES; example++) {
                if (!isByStep) {
                    labels.putScalar(example, example % CLASSES, 1);
                }
                for (int step = 0; isByStep && step < steps; step++) {
                    labels.putScalar(example, step < STEPS ? (example * step / 2) % CLASSES : 1, step, 1);
                }
            }
            if (!isPadded) {
                return new Examples(features, labels);
            }
            INDArray mask = Nd4j.zeros(DataType.DOUBLE, EXAMPLES, PADDED);
            mask.get(NDArrayIndex.all(), NDArrayIndex.interval(0, STEPS)).assign(1);
            return new Examples(features.dup('c'), labels, mask, isByStep ? mask.dup('c') : null);
        }
    }

    @ParameterizedTest
    @EnumSource
    void lossesAccuraciesAndChanceAreTheSame(Kind kind) {
        Evaluation evaluation = new Evaluation(kind.network(), true, TargetScale.NONE);
        Scores bare = evaluation.of(kind.examples(false));
        Scores padded = evaluation.of(kind.examples(true));
        Baseline without = Objects.requireNonNull(new Baselines(kind.network(), true).of(kind.examples(false)));
        Baseline with = Objects.requireNonNull(new Baselines(kind.network(), true).of(kind.examples(true)));

        assertThat(padded.loss()).isCloseTo(Objects.requireNonNull(bare.loss()), within(kind.precision()));
        assertThat(padded.accuracy()).isEqualTo(bare.accuracy());
        assertThat(evaluation.accuracy(kind.examples(true))).isEqualTo(bare.accuracy());
        assertThat(with.labels()).isEqualTo(without.labels());
        assertThat(with.largestShare()).isCloseTo(Objects.requireNonNull(without.largestShare()), within(1e-12));
        assertThat(with.constantLoss()).isCloseTo(Objects.requireNonNull(without.constantLoss()), within(1e-12));
        assertThat(with.chanceLoss()).isCloseTo(Objects.requireNonNull(without.chanceLoss()), within(1e-12));
    }

    @ParameterizedTest
    @EnumSource
    void whatIsMeasuredInsideIsTheSame(Kind kind) {
        List<LayerRow> bare = measured(kind, kind.examples(false));
        List<LayerRow> padded = measured(kind, kind.examples(true));

        assertThat(padded).hasSameSizeAs(bare);
        for (int i = 0; i < bare.size(); i++) {
            String what = bare.get(i).name() + " " + bare.get(i).quantity();
            assertThat(padded.get(i).name() + " " + padded.get(i).quantity()).isEqualTo(what);
            assertThat(figures(padded.get(i)))
                    .as(what)
                    .usingComparatorWithPrecision(kind.precision())
                    .containsExactly(figures(bare.get(i)));
        }
    }

    private static double[] figures(LayerRow row) {
        LayerRow.Statistics all = row.statistics();
        return new double[] {all.count(), all.mean(), all.std(), all.min(), all.max(), all.rms(), all.zeroFraction()};
    }

    /** Two updates, the second of which shows what the first has learned. */
    private static List<LayerRow> measured(Kind kind, Examples examples) {
        Network network = kind.network();
        List<LayerRow> rows = new ArrayList<>();
        try (ProbeListener listener = new ProbeListener(
                network.model(),
                new ProbeSettings(iteration -> true, Integer.MAX_VALUE, 0, new ProbeSettings.Extremes()),
                rows::add)) {
            network.model().setListeners(listener);
            network.fit(examples.dataSet());
            network.fit(examples.dataSet());
            listener.measure(examples.dataSet());
        }
        return rows;
    }

    /** Three sequences of 5, 2 and 1 steps, labelled by step: of 8 labels, not of 15. */
    @Test
    void stepsThatAreThereCount() {
        Examples whole = Kind.EACH_STEP.examples(false).slice(0, 3);
        INDArray mask = Nd4j.createFromArray(new double[][] {{1, 1, 1, 1, 1}, {1, 1, 0, 0, 0}, {1, 0, 0, 0, 0}});
        Examples examples = new Examples(whole.features(), whole.labels(), mask, mask);

        Baseline baseline = Objects.requireNonNull(new Baselines(Kind.EACH_STEP.network(), true).of(examples));

        assertThat(baseline.labels()).isEqualTo(8);
        assertThat(baseline.chanceLoss()).isCloseTo(8 / 3.0 * Math.log(2), within(1e-12));
    }

    @Test
    void masksGoWithTheirExamples() {
        Examples whole = Kind.EACH_STEP.examples(true);
        Examples picked = whole.pick(new int[] {4, 1});

        assertThat(Objects.requireNonNull(picked.featuresMask()).shape()).containsExactly(2, PADDED);
        assertThat(Arrays.stream(Objects.requireNonNull(whole.slice(2, 5).labelsMask())
                                .data()
                                .asDouble())
                        .limit(PADDED)
                        .sum())
                .isEqualTo(STEPS);
    }
}

package org.initbench.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.initbench.result.LayerRow;
import org.initbench.result.LayerRow.Statistics;
import org.initbench.result.Quantity;
import org.initbench.result.TrialResult;
import org.initbench.step.StepWay;
import org.initbench.testing.BothWays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Guards against plans that show probes something else than Deeplearning4j's passes do, or leave something out. */
class MeasuredByPlanTest {

    private static final double OF_FLOATS = 1e-4;
    private static final double OF_DOUBLES = 1e-11;

    private static final double ROUNDED_TO_ZERO = 1.0 / 500;
    private static final Set<Quantity> ONE_BY_ONE =
            Set.of(Quantity.WEIGHT, Quantity.BIAS, Quantity.PREACTIVATION, Quantity.ACTIVATION);

    @AfterEach
    void goBack() {
        StepWay.PLAN.take();
    }

    @ParameterizedTest
    @CsvSource({
        "moons, training.iterations=12, he_normal, true",
        "classification, training.iterations=12, glorot_normal, false",
        "mnist, 'data.source=synthetic,data.train=600,data.test=64,training.batchSize=50,training.iterations=12', he_normal, false",
        "mnist-deep, 'data.source=synthetic,data.train=640,data.test=64,training.iterations=12,probes.examples=20', he_normal, false",
        "cnn, 'data.source=shapes,data.train=640,data.test=64,training.iterations=12,training.learningRate=0.01', he_normal, false",
        "cnn, 'data.source=shapes,data.train=640,data.test=64,training.iterations=12,training.updater={name: adam},training.l2=0.01', he_normal, false",
        "rnn, 'training.iterations=12,data.train=100,data.test=20,training.learningRate=0.0003', he_normal, false",
        "rnn, 'training.iterations=12,data.train=100,data.test=20,probes.examples=7,training.updater={name: sgd}', glorot_normal, false",
        "lstm, 'grid={},network.units=12,data.length=9,data.train=100,data.test=20,training.batchSize=20,training.iterations=12', glorot_normal, false"
    })
    void rowsAreThoseOfDeeplearning4j(String study, String settings, String init, boolean isDouble) {
        BothWays both = BothWays.of(study, "repetitions=1,probes.every=5,probes.at=[end]," + settings, init);
        TrialResult planned = both.planned();
        TrialResult fitted = both.fitted();
        assertThat(planned.layers()).hasSameSizeAs(fitted.layers());
        double close = isDouble ? OF_DOUBLES : OF_FLOATS;
        for (int i = 0; i < fitted.layers().size(); i++) {
            assertAgree(planned.layers().get(i), fitted.layers().get(i), close);
        }
    }

    private static void assertAgree(LayerRow planned, LayerRow fitted, double close) {
        assertThat(List.of(planned.iteration(), planned.layer(), planned.name(), planned.quantity()))
                .isEqualTo(List.of(fitted.iteration(), fitted.layer(), fitted.name(), fitted.quantity()));
        String which = fitted.iteration() + " " + fitted.name() + " " + fitted.quantity();
        Statistics one = planned.statistics();
        Statistics other = fitted.statistics();
        double size = Math.max(other.rms(), Double.MIN_NORMAL);
        assertThat(one.count()).as(which).isEqualTo(other.count());
        for (ToDoubleFunction<Statistics> of : List.<ToDoubleFunction<Statistics>>of(
                Statistics::mean, Statistics::std, Statistics::rms, Statistics::absMean)) {
            assertThat(Math.abs(of.applyAsDouble(one) - of.applyAsDouble(other)) / size)
                    .as(which)
                    .isLessThan(close);
        }
        if (ONE_BY_ONE.contains(fitted.quantity())) {
            // A sum may round to 0 in one and not in the other, and all weights of what it goes to have a gradient
            // then, or none.
            assertThat(Math.abs(one.zeroFraction() - other.zeroFraction()))
                    .as(which)
                    .isLessThanOrEqualTo(ROUNDED_TO_ZERO);
        }
        assertThat(planned.saturatedFraction() == null).as(which).isEqualTo(fitted.saturatedFraction() == null);
        assertThat(planned.deadUnitFraction()).as(which).isEqualTo(fitted.deadUnitFraction());
        assertThat(planned.distinctUnitFraction()).as(which).isEqualTo(fitted.distinctUnitFraction());
        assertThat(planned.histogram().size())
                .as(which)
                .isEqualTo(fitted.histogram().size());
        assertThat(planned.quantity() == Quantity.ACTIVATION && planned.deadUnitFraction() == null)
                .isFalse();
    }
}

package org.initbench.trial;

import static org.assertj.core.api.Assertions.assertThat;

import org.initbench.testing.Plans;
import org.junit.jupiter.api.Test;

/** Prevents variants from being lost, mislabelled or put in an order that differs from the file's. */
class GridTest {

    @Test
    void severalPathsFormTheirProductInFileOrderTheLastVaryingFastest() {
        Plan plan = Plans.of("activations", "grid.network.depth=[5,2],network.activation=[relu,tanh],repetitions=1");
        assertThat(plan.trials().stream().map(trial -> trial.key().variant()).distinct())
                .containsExactly(
                        "network.activation=relu;network.depth=5",
                        "network.activation=relu;network.depth=2",
                        "network.activation=tanh;network.depth=5",
                        "network.activation=tanh;network.depth=2");
    }

    @Test
    void trialsGoByVariantThenInitializerThenRateThenRepetition() {
        Plan plan = Plans.of(
                "moons",
                "grid.network.activation=[relu,tanh],repetitions=2,training.learningRates=[1,2],initializers=[zeros,ones]");
        assertThat(plan.trials().stream()
                        .map(trial -> String.join(
                                " ",
                                trial.key().variant().replace("network.activation=", ""),
                                trial.key().init(),
                                Double.toString(trial.key().learningRate()),
                                Integer.toString(trial.key().repetition())))
                        .limit(9))
                .containsExactly(
                        "relu zeros 1.0 0",
                        "relu zeros 1.0 1",
                        "relu zeros 2.0 0",
                        "relu zeros 2.0 1",
                        "relu ones 1.0 0",
                        "relu ones 1.0 1",
                        "relu ones 2.0 0",
                        "relu ones 2.0 1",
                        "tanh zeros 1.0 0");
    }

    @Test
    void eachVariantIsReadWithItsOwnValues() {
        Plan plan = Plans.of("moons", "grid.training.l2=[0,0.5],grid.network.hidden=[[3],[4,4]]");
        assertThat(plan.trials().stream().map(trial -> trial.key().variant()).distinct())
                .containsExactly(
                        "training.l2=0;network.hidden=[3]",
                        "training.l2=0;network.hidden=[4,4]",
                        "training.l2=0.5;network.hidden=[3]",
                        "training.l2=0.5;network.hidden=[4,4]");
        Trial last = plan.trials().get(plan.trials().size() - 1);
        assertThat(last.study().training().l2()).isEqualTo(0.5);
        assertThat(last.study().resolved().at("/network/hidden")).hasToString("[4,4]");
    }

    @Test
    void aListSetOnAnAxisOfListsIsOneValue() {
        Plan plan = Plans.of("moons", "grid.network.hidden=[[3],[4,4]],network.hidden=[7,7]");
        assertThat(plan.trials()).extracting(trial -> trial.key().variant()).containsOnly("network.hidden=[7,7]");
    }

    @Test
    void aStudyWithoutGridHasOneVariantCalledBase() {
        assertThat(Plans.of("moons").trials())
                .extracting(trial -> trial.key().variant())
                .containsOnly("base");
    }
}

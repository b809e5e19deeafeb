package org.initbench.init;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.initbench.network.Network;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Prevents weights that a study left to another initializer from getting the values of the one under test. */
class PlacementTest {

    private static final INDArray SEQUENCES =
            Nd4j.linspace(DataType.DOUBLE, -1, 0.01, 5 * 3 * 6).reshape(5, 3, 6);

    @Test
    void inputAndOutputWeightsComeFromThoseThatAreNamed() {
        Network network = recurrent();
        initialize(network, new Placement(named("identity"), named("constant(2)"), named("constant(3)"), null));
        assertThat(values(network, "0_W")).containsOnly(2);
        assertThat(network.parameter("0_RW")).isEqualTo(Nd4j.eye(4).castTo(DataType.DOUBLE));
        assertThat(values(network, "1_W")).containsOnly(3);
    }

    @Test
    void withoutThemEveryWeightIsTheInitializers() {
        Network network = recurrent();
        initialize(network, Placement.everywhere(named("constant(5)")));
        assertThat(values(network, "0_W")).containsOnly(5);
        assertThat(values(network, "0_RW")).containsOnly(5);
        assertThat(values(network, "1_W")).containsOnly(5);
    }

    @Test
    void whatIsLeftToAnotherDoesNotMoveTheDrawsOfTheRest() {
        Network alone = recurrent();
        initialize(alone, Placement.everywhere(named("he_normal")));
        Network placed = recurrent();
        initialize(placed, new Placement(named("he_normal"), named("normal(0.001)"), null, null));
        assertThat(values(placed, "0_RW")).isEqualTo(values(alone, "0_RW"));
        assertThat(values(placed, "1_W")).isEqualTo(values(alone, "1_W"));
        assertThat(values(placed, "0_W")).isNotEqualTo(values(alone, "0_W"));
    }

    @Test
    void lsuvScalesNoLayerThatIsWhollyAnothers() {
        Network network = recurrent();
        List<Adjustment> adjustments =
                initialize(network, new Placement(named("lsuv"), named("normal(0.1)"), named("constant(3)"), null));
        assertThat(adjustments).extracting(Adjustment::layer).containsExactly(0);
        assertThat(values(network, "1_W")).containsOnly(3);
    }

    @Test
    void dl4jsOwnDrawsNothingFromASharedGenerator() {
        Seeding seeding = Seeding.numpySequence(4);
        Network network = recurrent();
        Placement placement = new Placement(named("dl4j(ZERO)"), named("normal(1)"), named("normal(2)"), null);
        Initialization.initialize(network, placement, seeding, SEQUENCES);
        assertThat(values(network, "0_RW")).containsOnly(0);
        Network normal = recurrent();
        Initialization.initialize(normal, Placement.everywhere(named("normal(1)")), seeding, SEQUENCES);
        assertThat(values(network, "0_W")).isEqualTo(values(normal, "0_W"));
        assertThat(values(network, "1_W")[0]).isEqualTo(2 * values(normal, "0_RW")[0]);
    }

    private static Network recurrent() {
        return Network.of(Networks.of(DataType.DOUBLE, Networks.recurrent(3, 4), Networks.output(4, 2)));
    }

    private static List<Adjustment> initialize(Network network, Placement placement) {
        return Initialization.initialize(network, placement, Seeding.independent(1, 0), SEQUENCES);
    }

    private static NamedInitializer named(String spec) {
        return Catalog.parse(spec);
    }

    private static double[] values(Network network, String parameter) {
        return network.parameter(parameter).dup('c').data().asDouble();
    }
}

package org.initbench.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.initbench.config.Training;
import org.initbench.data.Examples;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;

/** Prevents examples that are trained on twice or never in an epoch, and orders that differ between initializers. */
class BatchesTest {

    private static final int COUNT = 10;

    private final Examples examples = Examples.of(
            IntStream.range(0, COUNT).mapToObj(i -> new double[] {i}).toArray(double[][]::new),
            IntStream.range(0, COUNT).mapToObj(i -> new double[] {i}).toArray(double[][]::new),
            DataType.DOUBLE);

    @Test
    void aFullBatchIsAlwaysTheSameObject() {
        for (int size : new int[] {0, COUNT, COUNT + 1}) {
            Batches batches = batches(Trainings.inBatches(size, false, true), 0);
            assertThat(batches.perEpoch()).isOne();
            assertThat(batches.at(0)).isSameAs(examples);
            assertThat(batches.at(5)).isSameAs(examples);
        }
    }

    @Test
    void everyEpochCoversEachExampleOnce() {
        Batches batches = batches(Trainings.inBatches(3, false, true), 0);
        assertThat(batches.perEpoch()).isEqualTo(4);
        for (int epoch = 0; epoch < 3; epoch++) {
            assertThat(epoch(batches, epoch)).containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
        }
    }

    @Test
    void labelsStayWithTheirFeatures() {
        Batches batches = batches(Trainings.inBatches(3, false, true), 0);
        for (int iteration = 0; iteration < 8; iteration++) {
            Examples batch = batches.at(iteration);
            assertThat(batch.labels()).isEqualTo(batch.features());
        }
    }

    @Test
    void theLastBatchIsSmallerUnlessDropped() {
        assertThat(sizes(batches(Trainings.inBatches(4, false, true), 0))).containsExactly(4, 4, 2, 4);
        assertThat(sizes(batches(Trainings.inBatches(4, true, true), 0))).containsExactly(4, 4, 4, 4);
        assertThat(batches(Trainings.inBatches(4, true, true), 0).perEpoch()).isEqualTo(2);
        assertThat(batches(Trainings.inBatches(5, true, true), 0).perEpoch()).isEqualTo(2);
    }

    @Test
    void droppingLeavesOutOtherExamplesEachEpoch() {
        Batches batches = batches(Trainings.inBatches(4, true, true), 0);
        assertThat(epoch(batches, 0)).hasSize(8).doesNotHaveDuplicates();
        assertThat(epoch(batches, 1)).doesNotHaveDuplicates().isNotEqualTo(epoch(batches, 0));
    }

    @Test
    void withoutShufflingTheOrderIsThatOfTheData() {
        Batches batches = batches(Trainings.inBatches(3, false, false), 0);
        assertThat(epoch(batches, 0)).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
        assertThat(epoch(batches, 1)).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
    }

    /** The orders of ten examples coincide by chance once in 3.6 million. */
    @Test
    void theOrderIsDrawnFromSeedRepetitionAndEpochAlone() {
        Training training = Trainings.inBatches(3, false, true);
        List<Integer> first = epoch(batches(training, 0), 0);
        assertThat(epoch(batches(training, 0), 0)).isEqualTo(first);
        assertThat(epoch(batches(training, 0), 1)).isNotEqualTo(first);
        assertThat(epoch(batches(training, 1), 0)).isNotEqualTo(first);
        assertThat(epoch(new Batches(examples, training, 2, 0), 0)).isNotEqualTo(first);
    }

    @Test
    void anEarlierEpochCanBeAskedForAgain() {
        Batches batches = batches(Trainings.inBatches(3, false, true), 0);
        List<Integer> first = epoch(batches, 0);
        epoch(batches, 1);
        assertThat(epoch(batches, 0)).isEqualTo(first);
    }

    private Batches batches(Training training, int repetition) {
        return new Batches(examples, training, 1, repetition);
    }

    private static List<Integer> epoch(Batches batches, int epoch) {
        List<Integer> seen = new ArrayList<>();
        for (int i = 0; i < batches.perEpoch(); i++) {
            for (int feature :
                    batches.at(epoch * batches.perEpoch() + i).features().toIntVector()) {
                seen.add(feature);
            }
        }
        return seen;
    }

    private static List<Integer> sizes(Batches batches) {
        return IntStream.range(0, 4).mapToObj(i -> batches.at(i).count()).toList();
    }
}

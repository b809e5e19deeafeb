package org.initbench.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.initbench.run.Fingerprint;
import org.initbench.run.PendingTrials;
import org.initbench.run.RemoteBatch;
import org.initbench.testing.Plans;
import org.initbench.trial.Plan;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Guards against tasks that leave trials out, or that are too small or too large for the cores of a cluster. */
@Tag("spark")
class BatchQueueTest {

    private static final int CORES = 4;

    @ParameterizedTest
    @ValueSource(doubles = {.001, .3, 5})
    void everyTrialIsInOneTaskWhateverATrialTakes(double seconds) {
        BatchQueue queue = new BatchQueue(trials(200, true));
        List<RemoteBatch> all = new ArrayList<>();
        while (!queue.isEmpty()) {
            List<RemoteBatch> batches = queue.next(CORES);
            assertThat(batches).isNotEmpty().hasSizeLessThanOrEqualTo(CORES);
            batches.forEach(batch ->
                    queue.took(batch.places().size(), seconds * batch.places().size()));
            all.addAll(batches);
        }
        assertThat(all.stream().flatMap(batch -> batch.places().stream()))
                .containsExactlyElementsOf(IntStream.range(0, 200).boxed().toList());
        assertThat(all.stream().filter(RemoteBatch::foresees)).hasSize(1);
        assertThat(all.stream().filter(RemoteBatch::describes)).hasSize(1);
        assertThat(queue.next(CORES)).isEmpty();
    }

    @Test
    void tasksAreSingleTrialsThenTwoSecondsThenSmallerTowardsTheEnd() {
        BatchQueue queue = new BatchQueue(trials(200, false));
        assertThat(sizes(queue)).containsExactly(1, 1, 1, 1);
        queue.took(1, .1);
        assertThat(sizes(queue)).containsExactly(20, 20, 20, 20);
        assertThat(sizes(queue)).containsExactly(20, 20, 20, 20);
        assertThat(sizes(queue)).as("36 are left for four cores").containsExactly(9, 9, 9, 9);
    }

    @Test
    void aRunThatGoesOnIsNotDescribedAgain() {
        BatchQueue queue = new BatchQueue(trials(1, false));
        assertThat(queue.next(CORES)).singleElement().satisfies(batch -> {
            assertThat(batch.foresees()).isFalse();
            assertThat(batch.describes()).isFalse();
        });
        assertThat(queue.isEmpty()).isTrue();
    }

    private static List<Integer> sizes(BatchQueue queue) {
        return queue.next(CORES).stream().map(batch -> batch.places().size()).toList();
    }

    private static PendingTrials trials(int count, boolean isFirst) {
        Plan plan = Plans.of("moons", "initializers=[zeros],repetitions=" + count);
        return new PendingTrials(
                plan, Fingerprint.of(plan), IntStream.range(0, count).boxed().toList(), isFirst);
    }
}

package org.initbench.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.initbench.run.Troublesome.Trouble;
import org.initbench.trial.Plan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Guards against a manifest that is silent about machines that numbers may depend on, or speaks of what everybody has. */
class MachinesTest {

    private final Path folder;

    MachinesTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void ofMachinesLikeThisOneNothingIsSaid() throws Exception {
        assertThat(machinesAfter(List.of(0, 1), Manifest.kind())).isEmpty();
    }

    @Test
    void anotherKindIsListedAndStaysWhenTheRunGoesOn() throws Exception {
        ObjectNode other = Manifest.kind().put("os", "another");
        assertThat(machinesAfter(List.of(0), other)).containsExactly(other);
        assertThat(machinesAfter(List.of(0, 1), Manifest.kind())).containsExactly(other, Manifest.kind());
        assertThat(machinesAfter(List.of(0, 1), other))
                .as("nothing was left to run")
                .containsExactly(other, Manifest.kind());
    }

    private List<JsonNode> machinesAfter(List<Integer> places, ObjectNode kind) throws Exception {
        Plan plan = TroubledRun.always(folder, Trouble.IS_NAN).plan();
        try (RunFolder run = RunFolder.open(folder, plan, "1")) {
            new Engine(plan, run, new Elsewhere(kind), new Notes()).train(places);
            JsonNode machines = new ObjectMapper()
                    .readTree(Manifest.in(run.path()).toFile())
                    .path("machines");
            return List.copyOf(machines.findParents("java"));
        }
    }

    /** Runs trials here and says that it was on a machine of this kind. */
    private record Elsewhere(ObjectNode kind) implements TrialExecutor {

        @Override
        public ObjectNode run(PendingTrials pending, TrialReceiver receiver) throws IOException, InterruptedException {
            try (ThisJvm here = new ThisJvm()) {
                ObjectNode described = here.run(pending, receiver);
                if (!pending.places().isEmpty()) {
                    receiver.ranOn(kind);
                }
                return described;
            }
        }

        @Override
        public void stop() {}

        @Override
        public void close() {}
    }
}

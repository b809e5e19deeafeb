package org.initbench.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.initbench.data.DataFolders;
import org.initbench.harness.Plan;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Guards against a worker that does what it was not asked, or in another language than ours. */
class WorkerTest {

    private static final Duration LONG = Duration.ofMinutes(5);
    private static final long MEMORY = 1L << 30;

    private final Path folder;
    private final List<String> notes = new ArrayList<>();
    private Worker worker;

    WorkerTest(@TempDir Path folder) throws Exception {
        this.folder = folder;
        this.worker = Worker.start(1, MEMORY, new RunLogs(folder), notes::add);
    }

    @BeforeEach
    void nothingIsWrongYet() {
        assertThat(notes).isEmpty();
    }

    @AfterEach
    void end() throws Exception {
        worker.end();
    }

    @Test
    void aRequestBeforeTheFirstIsRejected() throws Exception {
        assertThat(rejection(new Request.Run(0))).contains("not a request that can be answered now");
    }

    @Test
    void anotherVersionOfTheProtocolIsRejected() throws Exception {
        assertThat(rejection(begin(Protocol.VERSION + 1)))
                .isEqualTo("protocol " + (Protocol.VERSION + 1) + " is not spoken here, " + Protocol.VERSION + " is");
    }

    @Test
    void aTrialThatTheStudyDoesNotHaveIsRejected() throws Exception {
        assertThat(ask(begin(Protocol.VERSION))).isEqualTo(new Reply.Ready(Protocol.VERSION));
        assertThat(rejection(new Request.Run(2))).isEqualTo("there is no trial 2");
        assertThat(rejection(new Request.Run(-1))).isEqualTo("there is no trial -1");
        assertThat(ask(new Request.Run(1))).isInstanceOf(Reply.Finished.class);
    }

    private Request.Begin begin(int protocol) throws Exception {
        Plan plan = TroubledRun.always(folder, Troublesome.Trouble.NONE).plan();
        DataFolders folders = plan.trials().get(0).folders();
        return new Request.Begin(
                protocol, 1, plan.name(), plan.resolved(), folders.given(), folders.cache(), folder, MEMORY);
    }

    private String rejection(Request request) throws Exception {
        return ((Reply.Rejected) ask(request)).reason();
    }

    private Reply ask(Request request) throws Exception {
        return ((Answer.Replied) worker.ask(request, reply -> true, LONG)).reply();
    }
}

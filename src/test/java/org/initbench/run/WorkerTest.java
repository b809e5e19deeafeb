package org.initbench.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.initbench.data.DataFolders;
import org.initbench.trial.Plan;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Guards against a worker that does what it was not asked, or in another language than ours. */
class WorkerTest {

    private static final Duration LONG = Duration.ofMinutes(5);

    private final Path folder;
    private final List<String> notes = new ArrayList<>();
    private Worker worker;

    WorkerTest(@TempDir Path folder) throws Exception {
        this.folder = folder;
        this.worker = Worker.start(1, WorkerSettings.of(1), new RunLogs(folder), notes::add);
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

    @Test
    void aRunOfSomethingElseIsRejected() throws Exception {
        ObjectNode other = Fingerprint.of(plan()).fields().put("java", "8");
        assertThat(rejection(begin(Protocol.VERSION, other)))
                .isEqualTo("the run was begun with java 8, and here it is "
                        + Runtime.version().feature() + "; go on with that version of Java or give another id");
    }

    @Test
    void aStudyThatCannotBePlannedIsRejected() throws Exception {
        Request.Begin begin = begin(Protocol.VERSION);
        begin.resolved().put("repetitions", "many");
        assertThat(rejection(begin)).startsWith("repetitions: many is not allowed");
    }

    /** The limit of a trial is an hour, that of this request five minutes. */
    @Test
    @Timeout(60)
    void aRejectionIsNotWaitedForUntilTheTrialCountsAsHanging() throws Exception {
        ask(begin(Protocol.VERSION));
        Answer answer = worker.ask(new Request.Run(7), Reply.Finished.class::isInstance, LONG);
        assertThat(answer).isEqualTo(new Answer.Refused("there is no trial 7"));
    }

    private Plan plan() throws Exception {
        return TroubledRun.always(folder, Troublesome.Trouble.NONE).plan();
    }

    private Request.Begin begin(int protocol) throws Exception {
        return begin(protocol, Fingerprint.of(plan()).fields());
    }

    private Request.Begin begin(int protocol, ObjectNode fingerprint) throws Exception {
        Plan plan = plan();
        DataFolders folders = plan.trials().get(0).folders();
        return new Request.Begin(
                protocol, 1, plan.name(), plan.resolved(), fingerprint, folders.given(), folders.cache(), 1L << 30);
    }

    private String rejection(Request request) throws Exception {
        return ((Reply.Rejected) ask(request)).reason();
    }

    private Reply ask(Request request) throws Exception {
        return ((Answer.Replied) worker.ask(request, reply -> true, LONG)).reply();
    }
}

package org.initbench.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.initbench.result.Outcome;
import org.initbench.result.TrialResult;
import org.initbench.step.StepWay;
import org.initbench.trial.Plan;
import org.initbench.trial.StudyRequest;
import org.initbench.trial.TrialRunner;

/** The first trial of a study by a plan of steps, and by Deeplearning4j's fit, both completed; {@link StepWay} is left as the second has it. */
public record BothWays(TrialResult planned, TrialResult fitted) {

    /** Runs it by one initializer, with settings. */
    public static BothWays of(String study, String settings, String init) {
        Plan plan = Plans.of(new StudyRequest(study, null, null, false, Map.of(), settings, init));
        BothWays both = new BothWays(run(plan, StepWay.PLAN), run(plan, StepWay.DL4J));
        assertThat(List.of(both.planned().outcome(), both.fitted().outcome()))
                .hasOnlyElementsOfType(Outcome.Completed.class);
        return both;
    }

    private static TrialResult run(Plan plan, StepWay way) {
        way.take();
        return new TrialRunner(0).run(plan.trials().get(0));
    }
}

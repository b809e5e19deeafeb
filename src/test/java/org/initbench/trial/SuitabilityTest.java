package org.initbench.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.initbench.result.Outcome;
import org.initbench.result.TrialResult;
import org.initbench.testing.Plans;
import org.junit.jupiter.api.Test;

/** Guards against a run that is begun for trials of which it could be known that they will be skipped. */
class SuitabilityTest {

    private static final String DIGITS =
            "data.source=synthetic,data.train=40,data.test=10,training.epochs=1,repetitions=2";

    @Test
    void whatWillBeSkippedIsListedOnceBeforeTheFirstTrial() {
        assertThat(sentences("mnist", DIGITS, "he_normal,fixup,looks_linear,zeros"))
                .containsExactly("fixup will be skipped: fixup needs residual branches, and this network has none");
    }

    @Test
    void variantsAreNamedWhereItIsNotTrueOfAll() {
        assertThat(sentences("depth", "grid={network.width: [6, 7]}," + DIGITS, "looks_linear"))
                .containsExactly(
                        "network.width=7: looks_linear will be skipped: looks_linear needs even widths; layer 0 has "
                                + "784 inputs and 7 units");
    }

    @Test
    void whatIsSaidHappensAndNothingElseIsSkipped() {
        StudyRequest request = new StudyRequest(
                "cnn",
                null,
                null,
                true,
                Map.of(),
                "data.source=shapes,data.train=40,data.test=10,repetitions=1",
                "all");
        Plan plan = Plans.of(request);
        List<String> said = Suitability.sentences(plan).stream()
                .map(sentence -> sentence.replaceFirst(" will be skipped: .*", ""))
                .toList();
        TrialRunner runner = new TrialRunner(0);
        List<TrialResult> trials = plan.trials().stream().map(runner::run).toList();
        assertThat(trials.stream()
                        .filter(trial -> trial.outcome() instanceof Outcome.Skipped)
                        .map(trial -> trial.key().init()))
                .containsExactlyInAnyOrderElementsOf(said);
    }

    private static List<String> sentences(String study, String changes, String inits) {
        return Suitability.sentences(Plans.of(new StudyRequest(study, null, null, false, Map.of(), changes, inits)));
    }
}

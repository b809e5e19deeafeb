package org.initbench.report;

import java.util.List;
import java.util.Optional;
import org.initbench.result.TrialFacts;
import org.initbench.result.TrialResult;
import org.initbench.result.Words;

/** What a DL4J user writes to draw the law of an initializer, by what the trials know of it, and how that is said. */
final class Dl4jLaw {

    private Dl4jLaw() {}

    /** Whether it is known what DL4J has: it is not of trials of earlier versions. */
    static boolean isKnown(List<TrialResult> trials, String init) {
        return trials.stream().filter(trial -> trial.key().init().equals(init)).anyMatch(trial -> !trial.facts()
                .equals(TrialFacts.NONE));
    }

    /** The code; empty where DL4J has nothing that draws this law, or it is not known. */
    static Optional<String> code(List<TrialResult> trials, String init) {
        return trials.stream()
                .filter(trial -> trial.key().init().equals(init))
                .map(trial -> Optional.ofNullable(trial.facts().code()))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** That this code draws the law of an initializer. */
    static String drawn(String code, String init) {
        return "In DL4J, " + code + " draws the law of " + init + " in this network.";
    }

    /** What initbench's library draws it by. */
    static String call(List<TrialResult> trials, String init) {
        return "After init(), " + callCode(trials, init) + " draws the law of " + init + "; see docs/library.md.";
    }

    /** The call alone; what was adjusted looks at data. */
    static String callCode(List<TrialResult> trials, String init) {
        boolean looksAtData = trials.stream()
                .anyMatch(trial ->
                        trial.key().init().equals(init) && !trial.adjustments().isEmpty());
        return "Initializers.of(\"" + init + "\").seed(42)" + (looksAtData ? ".batch(features)" : "")
                + ".apply(network)";
    }

    /** That nothing in DL4J draws the law of any of these. */
    static String none(List<String> inits) {
        return "None of DL4J's initializers draws the law of " + Words.list(inits)
                + " in this network; see docs/library.md.";
    }
}
